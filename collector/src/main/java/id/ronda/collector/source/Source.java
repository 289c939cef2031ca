package id.ronda.collector.source;

import java.io.IOException;

/** Something that tells all its names and values when it is asked. */
interface Source {
    /** Its kind, for metrics. */
    String kind();

    /**
     * Asks once, without a retry. Blocks until {@code deadlineNanos} of {@link System#nanoTime()} at most; for virtual threads.
     *
     * @throws SourceFailed with the failure's name
     * @throws IOException  when the network failed
     */
    SourceTree ask(long deadlineNanos) throws SourceFailed, IOException, InterruptedException;
}
