package id.ronda.identity.guess;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait after failures: nothing at first, then twice as long each time, but never for good.
 *
 * @param free failures that cost nothing
 * @param most the longest wait
 * @param forgotten after this time without a failure all of them are forgotten
 */
record Backoff(int free, Duration most, Duration forgotten) {

    /** Of an account or a device: 5 for the fingers, at most 15 minutes, so at most 96 guesses a day. */
    static final Backoff ACCOUNT = new Backoff(5, Duration.ofMinutes(15), Duration.ofDays(1));

    /** Of an address: many people may sit behind one. */
    static final Backoff ADDRESS = new Backoff(30, Duration.ofMinutes(15), Duration.ofHours(6));

    private static final int DOUBLINGS = 20;

    /** Failures on record. */
    record Count(int failures, Instant lastAt, Instant notBefore) {}

    /** What there is to wait at this moment; zero or less: nothing. */
    Duration wait(Count before, Instant now) {
        Duration wait = Duration.between(now, before.notBefore());
        // A clock that was set back must not make the wait longer than it ever is.
        return wait.compareTo(most) > 0 ? most : wait;
    }

    /** One failure more. */
    Count fail(Count before, Instant now) {
        int failures = before.lastAt().plus(forgotten).isBefore(now) ? 1 : before.failures() + 1;
        return new Count(failures, now, now.plus(delay(failures)));
    }

    /** One failure less: it was none. */
    Count undo(Count before, Instant now) {
        return new Count(Math.max(0, before.failures() - 1), before.lastAt(), now);
    }

    private Duration delay(int failures) {
        if (failures <= free) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(failures - free - 1, DOUBLINGS));
        return delay.compareTo(most) > 0 ? most : delay;
    }
}
