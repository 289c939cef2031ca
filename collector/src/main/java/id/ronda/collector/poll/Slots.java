package id.ronda.collector.poll;

import id.ronda.collector.DeviceId;
import java.time.Duration;

/**
 * The slots of one device: k × interval + offset, in whole seconds since 1970 UTC. The offset follows from the device's id, so
 * that devices of one interval are spread over it and a restart changes nothing.
 *
 * @param interval seconds
 * @param offset seconds, less than the interval
 */
record Slots(int interval, int offset) {

    private static final int MIX = 0x9E3779B9;

    static Slots of(DeviceId device, Duration interval) {
        int seconds = Math.toIntExact(interval.toSeconds());
        int mixed = Long.hashCode(device.value()) * MIX;
        return new Slots(seconds, Math.floorMod(mixed ^ (mixed >>> 15), seconds));
    }

    /** The first slot later than {@code epochMillis}, in milliseconds since 1970 UTC. */
    long after(long epochMillis) {
        long second = Math.floorDiv(epochMillis, 1000L);
        return (Math.floorDiv(second - offset, interval) + 1) * interval * 1000L + offset * 1000L;
    }

    long intervalMillis() {
        return interval * 1000L;
    }
}
