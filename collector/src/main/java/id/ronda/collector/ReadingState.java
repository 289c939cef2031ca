package id.ronda.collector;

import java.util.Locale;

/** What a device's own state number means for the one who watches. */
public enum ReadingState {
    OK,
    WARNING,
    CRITICAL,
    UNKNOWN;

    /** The lower-case name used in the API and in profiles. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
