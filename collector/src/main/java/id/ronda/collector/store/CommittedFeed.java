package id.ronda.collector.store;

import id.ronda.collector.SampleBatch;
import id.ronda.collector.SampleFeed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands committed batches to its readers; one that throws keeps neither the others nor the store from going on. */
public final class CommittedFeed implements SampleFeed {

    private static final Logger LOG = LoggerFactory.getLogger(CommittedFeed.class);

    private final List<Reader> readers = new CopyOnWriteArrayList<>();
    private final Counter failures;

    /** A feed without readers; failures of readers are counted in {@code ronda_feed_failures_total}. */
    public CommittedFeed(MeterRegistry registry) {
        failures = registry.counter("ronda.feed.failures");
    }

    /** An object of its own for each call, so that the same reader may be there twice. */
    private record Reader(Object identity, Consumer<SampleBatch> consumer) {}

    @Override
    public Subscription subscribe(Consumer<SampleBatch> reader) {
        Reader added = new Reader(new Object(), reader);
        readers.add(added);
        return () -> readers.remove(added);
    }

    /** Shows the batch to every reader, on this thread. */
    void publish(SampleBatch batch) {
        for (Reader reader : readers) {
            try {
                reader.consumer.accept(batch);
            } catch (RuntimeException e) {
                failures.increment();
                LOG.error("a reader of stored samples failed; it gets the next batch all the same", e);
            }
        }
    }
}
