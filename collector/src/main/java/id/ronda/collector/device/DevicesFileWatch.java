package id.ronda.collector.device;

import id.ronda.kernel.ModuleLife;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks at the file of devices at the start and then every two seconds; {@link DevicesFile} says what is done with it. */
public final class DevicesFileWatch implements ModuleLife {

    private static final long MILLIS_BETWEEN_LOOKS = 2_000;
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final DevicesFile file;
    private final AtomicBoolean looking = new AtomicBoolean();
    private long timer = NO_TIMER;

    /**
     * Prepares a watch.
     *
     * @param file the CSV file; it need not be there yet
     */
    public DevicesFileWatch(Vertx vertx, Path file, DeviceDesk desk, InstantSource clock, MeterRegistry meters) {
        this.vertx = vertx;
        this.file = new DevicesFile(file, desk, clock, meters);
    }

    /** Looks once, and returns when the devices are as the file says. Blocks. */
    @Override
    public void start() {
        file.look();
        timer = vertx.setPeriodic(MILLIS_BETWEEN_LOOKS, id -> lookUnlessLooking());
    }

    // Reading and storing block; a slow database must not let looks pile up.
    private void lookUnlessLooking() {
        if (looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("devices-file").start(() -> {
                try {
                    file.look();
                } finally {
                    looking.set(false);
                }
            });
        }
    }

    @Override
    public void close() {
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
            timer = NO_TIMER;
        }
    }
}
