package id.ronda.collector;

import java.util.Arrays;
import java.util.Optional;

/** Why a slot has no sample. A missing sample without a reason is a defect. */
public enum GapReason {
    TIMEOUT("timeout"),
    NO_ROUTE("no-route"),
    PORT_CLOSED("port-closed"),
    AUTH("auth"),
    MALFORMED("malformed"),
    TRUNCATED("truncated"),
    MISSING_OBJECT("missing-object"),
    DISCONTINUITY("discontinuity"),
    COLLECTOR_STOPPED("collector-stopped"),
    SPOOL_OVERFLOW("spool-overflow");

    private final String code;

    GapReason(String code) {
        this.code = code;
    }

    /** The name in the API and in the database. */
    public String code() {
        return code;
    }

    /** The reason of that name, or empty if there is none. */
    public static Optional<GapReason> ofCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
    }
}
