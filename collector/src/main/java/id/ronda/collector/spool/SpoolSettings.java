package id.ronda.collector.spool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The bounds of a spool.
 *
 * @param directory where its files are; it belongs to the spool alone
 * @param maxBytes of all segments together; beyond it the oldest samples are lost, counted and told as gaps
 * @param handOverBytes of records that wait in memory for the writing thread
 * @param segmentBytes a segment is sealed when it has grown to this
 * @param linger how long a segment stays open when nothing waits to be stored: the price of fewer, larger transactions
 * @param longest how long a segment stays open when others wait before it
 * @param forceEvery longest time until what was appended is on the disk
 */
public record SpoolSettings(
        Path directory,
        long maxBytes,
        long handOverBytes,
        int segmentBytes,
        Duration linger,
        Duration longest,
        Duration forceEvery) {

    private static final long MEBI = 1024L * 1024;
    private static final long DEFAULT_MAX_BYTES = 1024 * MEBI;
    private static final int SHARE_OF_FREE_DISK = 5;
    /** Part of the bound that only records of losses may use. */
    static final int RESERVE_BYTES = (int) MEBI;

    public SpoolSettings {
        if (segmentBytes < 1024 || maxBytes < 4L * segmentBytes) {
            throw new IllegalArgumentException("a spool needs segments of 1024 bytes or more and room for four, not "
                    + segmentBytes + " and " + maxBytes);
        }
    }

    /**
     * 1 GiB or a fifth of the disk that is free or the spool's already, whichever is smaller; sealed after 200 ms while
     * the database keeps up.
     */
    public static SpoolSettings of(Path directory) throws IOException {
        Files.createDirectories(directory);
        return of(directory, defaultBytes(Files.getFileStore(directory).getUsableSpace(), presentBytes(directory)));
    }

    static long defaultBytes(long free, long present) {
        return Math.max(32 * MEBI, Math.min(DEFAULT_MAX_BYTES, (free + present) / SHARE_OF_FREE_DISK));
    }

    static long presentBytes(Path directory) throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** As {@link #of(Path)} with a bound of its own. */
    public static SpoolSettings of(Path directory, long maxBytes) {
        return new SpoolSettings(
                directory,
                maxBytes,
                Math.min(64 * MEBI, maxBytes),
                (int) Math.clamp(maxBytes / 8, 1024, 8 * MEBI),
                Duration.ofMillis(200),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1));
    }

    /** How long the spool takes up a load while the database is away. */
    public Duration holds(SpoolLoad load) {
        return Duration.ofSeconds((long) ((maxBytes - RESERVE_BYTES) / Math.max(1, load.bytesPerSecond())));
    }
}
