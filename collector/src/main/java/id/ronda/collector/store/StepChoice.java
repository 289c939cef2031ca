package id.ronda.collector.store;

import java.time.Duration;
import java.time.Instant;

/** Decides which steps are round and which one still fits; pure. */
final class StepChoice {

    private static final long[] ROUND_SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400
    };
    private static final long DAY_SECONDS = 86_400;

    private StepChoice() {}

    /** The smallest round step with which {@code [from, to)} has at most that many points. */
    static Duration smallest(Instant from, Instant to, int points) {
        for (long seconds : ROUND_SECONDS) {
            if (count(from, to, Duration.ofSeconds(seconds)) <= points) {
                return Duration.ofSeconds(seconds);
            }
        }
        long days = 1;
        while (count(from, to, Duration.ofSeconds(days * DAY_SECONDS)) > points) {
            days++;
        }
        return Duration.ofDays(days);
    }

    /** How many stretches of the step begin in {@code [from, to)}. */
    static long count(Instant from, Instant to, Duration step) {
        return Math.max(0, (ceil(to, step) - ceil(from, step)) / step.toMillis());
    }

    /** The first begin of a stretch that is not before the time, in milliseconds. */
    static long ceil(Instant time, Duration step) {
        return Math.ceilDiv(time.toEpochMilli(), step.toMillis()) * step.toMillis();
    }
}
