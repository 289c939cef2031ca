package id.ronda.collector.discovery;

import id.ronda.collector.snmp.SendOptions;
import id.ronda.collector.snmp.SnmpClient;
import id.ronda.collector.snmp.SnmpFailure;
import id.ronda.collector.snmp.SnmpPeer;
import id.ronda.collector.snmp.SnmpWalk;
import id.ronda.collector.snmp.SplittingGet;
import id.ronda.collector.snmp.SplittingGet.Gathered;
import id.ronda.collector.snmp.WalkResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** A device asked over SNMP. Blocks until the client has an answer or has given up, so it belongs on a virtual thread. */
public final class SnmpAgent implements Agent {
    private final SnmpClient client;
    private final SnmpPeer peer;

    /** The device behind that peer. */
    public SnmpAgent(SnmpClient client, SnmpPeer peer) {
        this.client = client;
        this.peer = peer;
    }

    @Override
    public Got get(List<OID> objects) {
        var gathered = new CompletableFuture<Gathered>();
        SplittingGet.get(client, peer, objects, SendOptions.WALK, gathered::complete);
        return got(gathered.join());
    }

    private static Got got(Gathered gathered) {
        if (gathered.bindings().isEmpty() && !gathered.failed().isEmpty()) {
            return new Failed(gathered.failed().values().iterator().next().code(), "");
        }
        var values = new HashMap<OID, Variable>();
        gathered.bindings().stream()
                .filter(b -> !b.isException())
                .forEach(b -> values.put(b.getOid(), b.getVariable()));
        return new Values(values, failed(gathered.failed()));
    }

    private static Map<OID, Failed> failed(Map<OID, SnmpFailure> failures) {
        var failed = new HashMap<OID, Failed>();
        failures.forEach((oid, failure) -> failed.put(oid, new Failed(failure.code(), "")));
        return failed;
    }

    @Override
    public Walked walk(List<OID> columns, int maxRows) {
        var rows = new ArrayList<VariableBinding>();
        return switch (SnmpWalk.columns(client, peer, columns, maxRows, rows::add)) {
            case WalkResult.Complete complete -> new Walked(rows, null);
            case WalkResult.Partial partial ->
                new Walked(rows, new Failed(partial.failure().code(), partial.detail()));
        };
    }
}
