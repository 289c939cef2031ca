package id.ronda.collector.source;

import id.ronda.collector.snmp.SnmpFailure;

/** What came of asking a source once. Times are of {@link System#nanoTime()}. */
sealed interface Fetched {
    /** When the question was sent. */
    long sentNanos();

    /** It told everything it has. */
    record Told(SourceTree tree, long sentNanos, long answeredNanos) implements Fetched {}

    /**
     * It did not.
     *
     * @param detail for people; holds no secret
     */
    record Failed(SnmpFailure failure, String detail, long sentNanos) implements Fetched {}
}
