package id.ronda.collector;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what a list of devices is sorted; devices that are equal in it stand in the order of their ids. */
public enum DeviceOrder {
    /** Those that need somebody first: down, unknown, being discovered, up. */
    STATE,
    /** The name that is shown, in any case. */
    NAME,
    /** The code of the class. */
    CLASS,
    VENDOR,
    MODEL,
    /** The oldest answer first, before it those that never answered. */
    LAST_ANSWER;

    /** Its name in an address: {@code last-answer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The order of that code, or empty if there is none. */
    public static Optional<DeviceOrder> ofCode(@Nullable String code) {
        return Arrays.stream(values()).filter(o -> o.code().equals(code)).findFirst();
    }
}
