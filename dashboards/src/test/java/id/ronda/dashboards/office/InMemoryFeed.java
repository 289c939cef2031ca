package id.ronda.dashboards.office;

import id.ronda.collector.SampleBatch;
import id.ronda.collector.SampleFeed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Hands batches to its readers on the thread that gives them, as the store does. */
public final class InMemoryFeed implements SampleFeed {

    private final List<Consumer<SampleBatch>> readers = new CopyOnWriteArrayList<>();

    @Override
    public Subscription subscribe(Consumer<SampleBatch> reader) {
        readers.add(reader);
        return () -> readers.remove(reader);
    }

    /** The number of readers. */
    public int size() {
        return readers.size();
    }

    /** One batch, as after a commit. */
    public void give(SampleBatch batch) {
        readers.forEach(reader -> reader.accept(batch));
    }

    /** A batch of one sample. */
    public void give(int series, long slot, double value) {
        give(new SampleBatch(new int[] {series}, new long[] {slot}, new double[] {value}, 1));
    }
}
