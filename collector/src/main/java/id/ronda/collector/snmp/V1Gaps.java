package id.ronda.collector.snmp;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * The objects a v1 device does not have. v1 refuses a whole request for one missing object (noSuchName, RFC 1157 4.1.2): the others
 * are asked for again, and the missing ones are answered as v2c would.
 */
final class V1Gaps {
    private final PreparedRequest original;
    private final BitSet missing = new BitSet();

    V1Gaps(PreparedRequest original) {
        this.original = original;
    }

    /** The request without the OID at this place (from 0) of the request last returned; null when nothing is left. */
    @Nullable
    PreparedRequest without(int index) {
        int at = missing.nextClearBit(0);
        for (int i = 0; i < index; i++) {
            at = missing.nextClearBit(at + 1);
        }
        missing.set(at);
        var rest = new ArrayList<OID>();
        for (int i = missing.nextClearBit(0); i < original.oids().size(); i = missing.nextClearBit(i + 1)) {
            rest.add(original.oids().get(i));
        }
        return rest.isEmpty()
                ? null
                : PreparedRequest.of(isGet() ? new SnmpRequest.Get(rest) : new SnmpRequest.GetNext(rest));
    }

    /** The bindings of what was there, with those of the missing ones in their places. */
    List<VariableBinding> fill(List<VariableBinding> present) {
        var all = new ArrayList<VariableBinding>(original.oids().size());
        var next = present.iterator();
        for (int i = 0; i < original.oids().size(); i++) {
            all.add(
                    missing.get(i)
                            ? new VariableBinding(
                                    original.oids().get(i), isGet() ? Null.noSuchInstance : Null.endOfMibView)
                            : next.next());
        }
        return all;
    }

    private boolean isGet() {
        return original.request() instanceof SnmpRequest.Get;
    }
}
