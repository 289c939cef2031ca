package id.ronda.collector.spool;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides whether the wall clock can be believed. A server without a battery wakes in 1970, and one whose clock was
 * ahead steps back: neither may give its time to a sample.
 */
public final class ClockGuard {

    /** Steps of this size are the ordinary work of NTP. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** An installation that is off for longer than this is rarer than a clock that was set wrong. */
    public static final Duration FAR = Duration.ofDays(400);

    private final Instant floor;

    /** @param floor no true clock shows less, for example when this program was built */
    public ClockGuard(Instant floor) {
        this.floor = floor;
    }

    /** What is to be thought of the clock. */
    public sealed interface Verdict {

        /** Samples may be made and stored. */
        record Believed() implements Verdict {}

        /** The clock shows a time before this program existed. */
        record BeforeFloor(Instant now, Instant floor) implements Verdict {}

        /** The clock shows a time before the newest sample: wait until it has passed that, or is set right. */
        record BehindSamples(Instant now, Instant newest) implements Verdict {}

        /**
         * At a start the clock is more than {@link #FAR} behind the newest sample: it is wrong, or the installation was
         * off for so long. Which of the two cannot be known here, so asking and storing go on, deleting waits, and people
         * are told. Only {@link #judgeStart} says it: a run that cannot store for so long is no reason to doubt the clock.
         */
        record FarAhead(Instant now, Instant newest) implements Verdict {}
    }

    /** As {@link #judge}, once when the program starts: then, too, whether the clock is far ahead. */
    public Verdict judgeStart(Instant now, Instant newest) {
        boolean far = newest.isAfter(Instant.MIN) && now.isAfter(newest.plus(FAR));
        return far ? new Verdict.FarAhead(now, newest) : judge(now, newest);
    }

    /**
     * Judges the clock.
     *
     * @param now what the clock shows
     * @param newest time of the newest sample known in spool and database, {@link Instant#MIN} if there is none
     */
    public Verdict judge(Instant now, Instant newest) {
        if (now.isBefore(floor)) {
            return new Verdict.BeforeFloor(now, floor);
        }
        boolean behind = newest.isAfter(Instant.MIN) && now.isBefore(newest.minus(TOLERANCE));
        return behind ? new Verdict.BehindSamples(now, newest) : new Verdict.Believed();
    }

    /** Whether samples of these slots may be stored now: never one that lies ahead of the clock. */
    public boolean allows(Segment segment, Instant now) {
        return judge(segment, now) instanceof Verdict.Believed;
    }

    /** The clock beside the samples of a segment. */
    public Verdict judge(Segment segment, Instant now) {
        boolean empty = segment.newestSlot() == Long.MIN_VALUE;
        return judge(now, empty ? Instant.MIN : Instant.ofEpochMilli(segment.newestSlot()));
    }
}
