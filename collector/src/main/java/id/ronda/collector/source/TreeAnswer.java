package id.ronda.collector.source;

import id.ronda.collector.snmp.SnmpReply;
import id.ronda.collector.snmp.SnmpRequest;
import java.util.ArrayList;
import java.util.List;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** Answers requests out of a tree, as an agent of SNMPv2 does (RFC 3416, 4.2). */
final class TreeAnswer {
    private TreeAnswer() {}

    static SnmpReply of(SnmpRequest request, Fetched fetched) {
        return switch (fetched) {
            case Fetched.Told told ->
                new SnmpReply.Answered(bindings(request, told.tree()), told.sentNanos(), told.answeredNanos());
            case Fetched.Failed failed -> new SnmpReply.Failed(failed.failure(), failed.detail(), failed.sentNanos());
        };
    }

    private static List<VariableBinding> bindings(SnmpRequest request, SourceTree tree) {
        return switch (request) {
            case SnmpRequest.Get get -> get.oids().stream().map(tree::get).toList();
            case SnmpRequest.GetNext next ->
                next.oids().stream().map(tree::next).toList();
            case SnmpRequest.GetBulk bulk -> bulk(bulk, tree);
        };
    }

    private static List<VariableBinding> bulk(SnmpRequest.GetBulk bulk, SourceTree tree) {
        var bindings = new ArrayList<VariableBinding>();
        int single = Math.min(bulk.nonRepeaters(), bulk.oids().size());
        bulk.oids().subList(0, single).forEach(oid -> bindings.add(tree.next(oid)));
        List<OID> cursors =
                new ArrayList<>(bulk.oids().subList(single, bulk.oids().size()));
        for (int i = 0; i < bulk.maxRepetitions(); i++) {
            boolean ended = true;
            for (int c = 0; c < cursors.size(); c++) {
                var next = tree.next(cursors.get(c));
                bindings.add(next);
                cursors.set(c, next.getOid());
                ended &= next.isException();
            }
            if (ended) {
                break;
            }
        }
        return bindings;
    }
}
