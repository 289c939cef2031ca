package id.ronda.collector.discovery;

import id.ronda.collector.reading.DisplayText;
import id.ronda.collector.reading.NumericValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/** The system group of SNMPv2-MIB (RFC 3418); a device need not have all of it. */
record SystemGroup(
        @Nullable String sysDescr,
        @Nullable String sysObjectId,
        @Nullable Double uptimeSeconds,
        @Nullable String sysName) {
    private static final OID SYS_DESCR = new OID("1.3.6.1.2.1.1.1.0");
    private static final OID SYS_OBJECT_ID = new OID("1.3.6.1.2.1.1.2.0");
    private static final OID SYS_UP_TIME = new OID("1.3.6.1.2.1.1.3.0");
    private static final OID SYS_NAME = new OID("1.3.6.1.2.1.1.5.0");
    private static final double TICKS_A_SECOND = 100;

    static List<OID> objects() {
        return List.of(SYS_DESCR, SYS_OBJECT_ID, SYS_UP_TIME, SYS_NAME);
    }

    static SystemGroup of(Map<OID, Variable> values) {
        var uptime = values.get(SYS_UP_TIME);
        double ticks = uptime == null ? Double.NaN : NumericValue.of(uptime);
        return new SystemGroup(
                text(values, SYS_DESCR),
                text(values, SYS_OBJECT_ID),
                Double.isNaN(ticks) ? null : Double.valueOf(ticks / TICKS_A_SECOND),
                text(values, SYS_NAME));
    }

    private static @Nullable String text(Map<OID, Variable> values, OID oid) {
        var value = values.get(oid);
        return value == null ? null : DisplayText.of(value);
    }
}
