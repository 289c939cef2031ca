package id.ronda.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it; seen by all threads at once. */
public final class MutableClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private MutableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock in UTC that shows the time, such as {@code 2026-11-21T04:00:00Z}. */
    public static MutableClock at(String time) {
        return new MutableClock(new AtomicReference<>(Instant.parse(time)), ZoneOffset.UTC);
    }

    /** Moves the clock, forwards or back. */
    public void advance(Duration step) {
        now.updateAndGet(before -> before.plus(step));
    }

    /** Sets the clock. */
    public void set(Instant time) {
        now.set(time);
    }

    @Override
    public Instant instant() {
        Instant time = now.get();
        return time;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock read in another zone: moving one moves both. */
    @Override
    public Clock withZone(ZoneId other) {
        return new MutableClock(now, other);
    }
}
