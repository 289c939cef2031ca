package id.ronda.collector;

/** The number of a device, as in {@code /api/v1/devices/{id}}; never reused. */
public record DeviceId(long value) implements Comparable<DeviceId> {

    @Override
    public int compareTo(DeviceId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
