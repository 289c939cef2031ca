package id.ronda.collector.spool;

import java.time.Duration;

/**
 * What the schedule will append.
 *
 * @param samplesPerSecond values of all devices together
 * @param groupsPerSecond slots of all devices together
 */
public record SpoolLoad(double samplesPerSecond, double groupsPerSecond) {

    /** What every spool must hold while the database is away. */
    public static final Duration REQUIRED = Duration.ofMinutes(10);

    private static final int GROUP_BYTES = Frames.OVERHEAD_BYTES + 1 + 8 + 8 + 4;

    /** Bytes of spool that the load fills in a second. */
    public double bytesPerSecond() {
        return samplesPerSecond * RecordCodec.SAMPLE_BYTES + groupsPerSecond * GROUP_BYTES;
    }

    /** The bound a spool needs to hold the load for {@link #REQUIRED}. */
    public long requiredBytes() {
        return (long) Math.ceil(bytesPerSecond() * REQUIRED.toSeconds()) + SpoolSettings.RESERVE_BYTES;
    }
}
