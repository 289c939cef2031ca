package id.ronda.collector;

import java.util.Arrays;
import java.util.Optional;

/** What kind of thing a device is; {@link #code()} is its name in the API, in profiles and in the database. */
public enum DeviceClass {
    ROUTER("router"),
    SWITCH("switch"),
    FIREWALL("firewall"),
    WIRELESS("wireless"),
    OLT("olt"),
    UPS("ups"),
    PDU("pdu"),
    ATS("ats"),
    GENSET("genset"),
    RECTIFIER("rectifier"),
    POWER_METER("power-meter"),
    ENVIRONMENT("environment"),
    ACCESS_CONTROL("access-control"),
    CAMERA("camera"),
    SERVER("server"),
    BMC("bmc"),
    STORAGE("storage"),
    HYPERVISOR("hypervisor"),
    PRINTER("printer"),
    PHONE("phone"),
    UNKNOWN("unknown");

    private final String code;

    DeviceClass(String code) {
        this.code = code;
    }

    /** The lower-case name used outside the program, for example {@code power-meter}. */
    public String code() {
        return code;
    }

    /** The class of that name, or empty if there is none. */
    public static Optional<DeviceClass> ofCode(String code) {
        return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
    }
}
