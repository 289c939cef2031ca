package id.ronda.collector.snmp;

import java.util.Map;
import org.snmp4j.smi.OID;

/** What the counter in a Report says (RFC 3414 section 5, RFC 3412, RFC 3413). */
final class UsmReports {
    private static final OID UNSUPPORTED_LEVEL = new OID("1.3.6.1.6.3.15.1.1.1");
    private static final OID NOT_IN_WINDOW = new OID("1.3.6.1.6.3.15.1.1.2");
    private static final OID UNKNOWN_USER = new OID("1.3.6.1.6.3.15.1.1.3");
    private static final OID UNKNOWN_ENGINE = new OID("1.3.6.1.6.3.15.1.1.4");
    private static final OID WRONG_DIGEST = new OID("1.3.6.1.6.3.15.1.1.5");
    private static final OID DECRYPTION = new OID("1.3.6.1.6.3.15.1.1.6");
    private static final OID UNAVAILABLE_CONTEXT = new OID("1.3.6.1.6.3.12.1.4");
    private static final OID UNKNOWN_CONTEXT = new OID("1.3.6.1.6.3.12.1.5");

    private static final Map<OID, SnmpFailure> FAILURES = Map.of(
            UNSUPPORTED_LEVEL, SnmpFailure.UNSUPPORTED_SECURITY_LEVEL,
            NOT_IN_WINDOW, SnmpFailure.TIME_WINDOW,
            UNKNOWN_USER, SnmpFailure.UNKNOWN_USER,
            UNKNOWN_ENGINE, SnmpFailure.UNKNOWN_ENGINE,
            WRONG_DIGEST, SnmpFailure.WRONG_DIGEST,
            DECRYPTION, SnmpFailure.DECRYPTION,
            UNAVAILABLE_CONTEXT, SnmpFailure.UNKNOWN_CONTEXT,
            UNKNOWN_CONTEXT, SnmpFailure.UNKNOWN_CONTEXT);

    private UsmReports() {}

    /** The failure that the Report with this counter names; {@link SnmpFailure#GEN_ERROR} for one that is not known. */
    static SnmpFailure failure(OID counter) {
        var column = counter.size() > 1 ? new OID(counter.getValue(), 0, counter.size() - 1) : counter;
        return FAILURES.getOrDefault(column, SnmpFailure.GEN_ERROR);
    }
}
