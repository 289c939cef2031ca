package id.ronda.collector.poll;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks before each slot whether the clock can be believed, and says once when that changes. A server that woke in 1970 after a
 * power cut polls nothing until its clock is right: a sample under a false time is worse than none.
 */
final class ClockTrust {

    private static final Logger log = LoggerFactory.getLogger(ClockTrust.class);

    private final Predicate<Instant> believed;
    private final Counter refused;
    private final AtomicBoolean trusting = new AtomicBoolean(true);

    ClockTrust(Predicate<Instant> believed, MeterRegistry meters) {
        this.believed = believed;
        this.refused = meters.counter("ronda.poll.slots.refused", "reason", "clock");
    }

    boolean in(Instant now) {
        boolean trusts = believed.test(now);
        if (trusting.getAndSet(trusts) != trusts) {
            tell(trusts, now);
        }
        if (!trusts) {
            refused.increment();
        }
        return trusts;
    }

    private static void tell(boolean trusts, Instant now) {
        if (trusts) {
            log.info("The clock shows {} and is believed again; polling goes on.", now);
        } else {
            log.error("The clock shows {}, which cannot be: nothing is polled until it is set right.", now);
        }
    }
}
