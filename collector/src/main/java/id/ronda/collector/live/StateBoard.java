package id.ronda.collector.live;

import id.ronda.collector.DeviceId;
import id.ronda.collector.poll.DeviceState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects the newest state of each device and writes them together, every few seconds: a device answers more often than anybody
 * reads its state. What cannot be written is kept, unless there is newer.
 */
public final class StateBoard implements Consumer<DeviceState>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StateBoard.class);

    private final Consumer<Collection<DeviceState>> writer;
    private final Counter failures;
    private final Map<DeviceId, DeviceState> unwritten = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ronda-states").factory());

    /** @param writer writes all or throws; may block */
    public StateBoard(Consumer<Collection<DeviceState>> writer, MeterRegistry meters) {
        this.writer = writer;
        this.failures = meters.counter("ronda.device.states.write.failures");
    }

    /** Writes every {@code period} from now on. */
    public void start(Duration period) {
        var unused =
                clock.scheduleWithFixedDelay(this::write, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void accept(DeviceState state) {
        synchronized (unwritten) {
            unwritten.put(state.device(), state);
        }
    }

    private void write() {
        var batch = takeAll();
        if (batch.isEmpty()) {
            return;
        }
        try {
            writer.accept(batch);
        } catch (RuntimeException e) {
            failures.increment();
            log.warn("The states of {} devices could not be written; tried again: {}", batch.size(), e.getMessage());
            putBack(batch);
        }
    }

    private List<DeviceState> takeAll() {
        synchronized (unwritten) {
            var all = List.copyOf(unwritten.values());
            unwritten.clear();
            return all;
        }
    }

    private void putBack(List<DeviceState> states) {
        synchronized (unwritten) {
            states.forEach(state -> unwritten.putIfAbsent(state.device(), state));
        }
    }

    /** Writes what is left and ends. */
    @Override
    public void close() {
        clock.shutdown();
        write();
    }
}
