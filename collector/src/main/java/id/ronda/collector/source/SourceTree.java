package id.ronda.collector.source;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** What a source told at one moment, as the objects of a device; answers GET and GETNEXT. Immutable once built. */
final class SourceTree {
    private static final OID SYS_DESCR = new OID("1.3.6.1.2.1.1.1.0");
    private static final OID SYS_OBJECT_ID = new OID("1.3.6.1.2.1.1.2.0");
    private static final OID SYS_UP_TIME = new OID("1.3.6.1.2.1.1.3.0");
    private static final OID SYS_NAME = new OID("1.3.6.1.2.1.1.5.0");
    private static final double TICKS_A_SECOND = 100;
    private static final long TICKS_WRAP = 1L << 32;

    private final NavigableMap<OID, Variable> objects;

    private SourceTree(NavigableMap<OID, Variable> objects) {
        this.objects = objects;
    }

    VariableBinding get(OID oid) {
        var value = objects.get(oid);
        return new VariableBinding(oid, value == null ? Null.noSuchInstance : value);
    }

    VariableBinding next(OID oid) {
        var next = objects.higherEntry(oid);
        return next == null
                ? new VariableBinding(oid, Null.endOfMibView)
                : new VariableBinding(next.getKey(), next.getValue());
    }

    int size() {
        return objects.size();
    }

    /** Takes objects until it is built; of two with one name the first holds. */
    static final class Builder {
        private final NavigableMap<OID, Variable> objects = new TreeMap<>();

        Builder put(OID oid, String value) {
            objects.putIfAbsent(
                    oid, OctetString.fromByteArray(value.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            return this;
        }

        /** Who the source is, in the words of the system group (RFC 3418). */
        Builder system(OID sysObjectId, String sysDescr, String sysName) {
            objects.put(SYS_OBJECT_ID, sysObjectId);
            put(SYS_DESCR, sysDescr);
            return sysName.isBlank() ? this : put(SYS_NAME, sysName);
        }

        /** Since how many seconds it counts; NaN and what is before the start of time: it does not say. */
        Builder uptime(double seconds) {
            if (seconds >= 0 && seconds < Long.MAX_VALUE / TICKS_A_SECOND) {
                objects.put(SYS_UP_TIME, new TimeTicks((long) (seconds * TICKS_A_SECOND) % TICKS_WRAP));
            }
            return this;
        }

        SourceTree build() {
            return new SourceTree(objects);
        }
    }
}
