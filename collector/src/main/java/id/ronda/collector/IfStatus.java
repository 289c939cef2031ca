package id.ronda.collector;

import java.util.Arrays;

/** {@code ifAdminStatus} and {@code ifOperStatus} of RFC 2863, with their numbers in the MIB. */
public enum IfStatus {
    UP(1, "up"),
    DOWN(2, "down"),
    TESTING(3, "testing"),
    UNKNOWN(4, "unknown"),
    DORMANT(5, "dormant"),
    NOT_PRESENT(6, "notPresent"),
    LOWER_LAYER_DOWN(7, "lowerLayerDown");

    private final int number;
    private final String code;

    IfStatus(int number, String code) {
        this.number = number;
        this.code = code;
    }

    /** The number in the MIB. */
    public int number() {
        return number;
    }

    /** The label in the MIB, as shown in the API. */
    public String code() {
        return code;
    }

    /** The status of that number; a number the MIB does not know is {@code UNKNOWN}. */
    public static IfStatus of(int number) {
        return Arrays.stream(values())
                .filter(s -> s.number == number)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
