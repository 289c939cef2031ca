package id.ronda.collector.source;

import java.time.Duration;

/**
 * What asking a source may cost.
 *
 * @param timeout    for a whole question, from connecting to the last octet
 * @param age        for how long an answer serves further questions: those of one cycle, never those of the next
 * @param octets     the longest answer
 * @param values     the most values in an answer
 * @param connections at a time, to all sources together
 */
record SourceLimits(Duration timeout, Duration age, int octets, int values, int connections) {
    /** 5 s, 400 ms (the shortest interval is 1 s), 16 MiB, 200,000 values, 64 connections. */
    static final SourceLimits DEFAULT =
            new SourceLimits(Duration.ofSeconds(5), Duration.ofMillis(400), 16 << 20, 200_000, 64);
}
