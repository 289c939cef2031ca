package id.ronda.collector;

import java.util.Locale;

/** Whether a device answers. {@code UNKNOWN} is a state of its own: nobody asked, or nobody could; it is neither up nor down. */
public enum DeviceStatus {
    DISCOVERING,
    UP,
    DOWN,
    UNKNOWN;

    /** The lower-case name used in the API and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
