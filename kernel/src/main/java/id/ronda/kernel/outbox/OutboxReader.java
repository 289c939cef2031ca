package id.ronda.kernel.outbox;

import id.ronda.kernel.ModuleLife;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings facts to their consumers, each on a thread and at a pace of its own. It looks when the outbox signals, and
 * every poll interval in case a signal was lost; then it also prunes what all have taken.
 */
public final class OutboxReader implements ModuleLife {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxReader.class);
    private static final int PRUNED_AT_ONCE = 10_000;
    private static final long MILLIS_TO_END = 5_000;

    private final Database database;
    private final Outbox outbox;
    private final List<FactConsumer> consumers;
    private final Duration poll;
    private final MeterRegistry meters;
    private final List<ConsumerLoop> loops = new ArrayList<>();

    /**
     * Prepares a reader; there is one in the product, for all consumers.
     *
     * @param poll how long a lost signal may delay a fact
     */
    public OutboxReader(
            Database database, Outbox outbox, List<FactConsumer> consumers, Duration poll, MeterRegistry meters) {
        this.database = database;
        this.outbox = outbox;
        this.consumers = List.copyOf(consumers);
        this.poll = poll;
        this.meters = meters;
    }

    @Override
    public void start() {
        List<String> names = consumers.stream().map(FactConsumer::name).toList();
        database.run(Lane.EDITS, handle -> {
            names.forEach(name -> OutboxPosition.register(handle, name));
            return names.size();
        });
        for (FactConsumer consumer : consumers) {
            ConsumerLoop loop = new ConsumerLoop(database, consumer, poll, () -> prune(names), meters);
            outbox.onSignal(loop.signal());
            loops.add(loop);
            loop.start();
        }
    }

    private void prune(List<String> names) {
        int pruned = database.run(Lane.EDITS, handle -> OutboxPosition.prune(handle, names, PRUNED_AT_ONCE));
        LOG.debug("pruned {} facts that everybody has taken", pruned);
    }

    @Override
    public void close() {
        loops.forEach(loop -> outbox.forget(loop.signal()));
        loops.forEach(ConsumerLoop::end);
        loops.forEach(loop -> loop.await(MILLIS_TO_END));
        loops.clear();
    }
}
