package id.ronda.simulator;

/**
 * When a request is answered; all values of one answer are of one moment.
 *
 * @param uptimeNanos nanoseconds since the device started, which a simulated reboot sets to 0: counters and sysUpTime
 *     are functions of it
 * @param epochMillis the time of day, for what follows a daily rhythm
 * @param boots how often the device was rebooted by {@link Faults#reboot}
 */
public record Moment(long uptimeNanos, long epochMillis, int boots) {
    /** sysUpTime (RFC 3418): hundredths of a second since the start, not yet wrapped to 32 bits. */
    public long uptimeTicks() {
        return uptimeNanos / 10_000_000;
    }

    /** How far a counter with this rate has come since the device started, exact to one unit. */
    public long counted(long unitsPerSecond) {
        long seconds = uptimeNanos / 1_000_000_000;
        long rest = uptimeNanos % 1_000_000_000;
        return seconds * unitsPerSecond + rest * unitsPerSecond / 1_000_000_000;
    }
}
