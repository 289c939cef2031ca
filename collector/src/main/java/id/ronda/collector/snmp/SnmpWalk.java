package id.ronda.collector.snmp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * Walks subtrees of a device, one request after the other; blocks, for virtual threads. GETBULK as large as the device has shown to
 * answer, smaller after one that failed, at last GETNEXT (which is all that v1 has).
 */
public final class SnmpWalk {
    /** More objects than any table of a real device has; a device that has more is thought to be without end. */
    public static final int MAX_ROWS = 200_000;

    private final SnmpClient client;
    private final SnmpPeer peer;
    private final int maxRows;
    private final Consumer<VariableBinding> sink;
    private boolean bulk;
    private int rows;

    private SnmpWalk(SnmpClient client, SnmpPeer peer, int maxRows, Consumer<VariableBinding> sink) {
        this.client = client;
        this.peer = peer;
        this.maxRows = maxRows;
        this.sink = sink;
        this.bulk = peer.version() != SnmpVersion.V1;
    }

    /** Hands every object below {@code root} to the sink, in the order of the tree. */
    public static WalkResult subtree(SnmpClient client, SnmpPeer peer, OID root, Consumer<VariableBinding> sink) {
        return subtree(client, peer, root, MAX_ROWS, sink);
    }

    /** The same, ended with {@link SnmpFailure#TOO_MANY_ROWS} after {@code maxRows} objects. */
    public static WalkResult subtree(
            SnmpClient client, SnmpPeer peer, OID root, int maxRows, Consumer<VariableBinding> sink) {
        return columns(client, peer, List.of(root), maxRows, sink);
    }

    /**
     * Walks several columns of a table together: each request asks for the next rows of all of them, which costs a fraction of the
     * requests. Columns of different length are each walked to their own end.
     */
    public static WalkResult columns(
            SnmpClient client, SnmpPeer peer, List<OID> roots, int maxRows, Consumer<VariableBinding> sink) {
        return new SnmpWalk(client, peer, maxRows, sink).run(roots);
    }

    private WalkResult run(List<OID> roots) {
        var columns = new ArrayList<Column>();
        roots.forEach(root -> columns.add(new Column(root)));
        while (!columns.isEmpty()) {
            var failure = step(columns);
            if (failure != null) {
                return failure;
            }
            columns.removeIf(column -> column.ended);
        }
        return new WalkResult.Complete(rows);
    }

    /** One request; null when the walk goes on. */
    private WalkResult.@Nullable Partial step(List<Column> columns) {
        var request = request(columns);
        return switch (Replies.await(client, peer, request, SendOptions.WALK)) {
            case SnmpReply.Answered answered -> take(columns, request.oids().size(), answered.bindings());
            case SnmpReply.Failed failed -> retreat(request, failed);
        };
    }

    private SnmpRequest request(List<Column> columns) {
        var asked = columns.subList(0, Math.min(columns.size(), Math.max(1, peer.maxOids())));
        var cursors = asked.stream().map(column -> column.cursor).toList();
        return bulk
                ? new SnmpRequest.GetBulk(0, Math.max(1, peer.maxRepetitions() / cursors.size()), cursors)
                : new SnmpRequest.GetNext(cursors);
    }

    /** A failed GETBULK is asked again smaller, at last as GETNEXT; the client has made the peer's size smaller where that was it. */
    private WalkResult.@Nullable Partial retreat(SnmpRequest request, SnmpReply.Failed failed) {
        boolean maySizeHelp = switch (failed.failure()) {
            case TOO_BIG, TRUNCATED, TIMEOUT, MALFORMED, GEN_ERROR -> true;
            default -> false;
        };
        if (!maySizeHelp || !bulk || isStranger(failed)) {
            return new WalkResult.Partial(rows, failed.failure(), failed.detail());
        }
        var large = (SnmpRequest.GetBulk) request;
        peer.answerSize().lost(large.maxRepetitions() * large.oids().size(), 0);
        bulk = large.maxRepetitions() > 1
                && large.maxRepetitions() * large.oids().size() > 2;
        return null;
    }

    /** Silence of a device that never answered anything has nothing to do with size. */
    private boolean isStranger(SnmpReply.Failed failed) {
        return failed.failure() == SnmpFailure.TIMEOUT && peer.roundTripNanos() < 0;
    }

    private WalkResult.@Nullable Partial take(List<Column> columns, int width, List<VariableBinding> bindings) {
        if (bindings.isEmpty()) {
            return new WalkResult.Partial(rows, SnmpFailure.MALFORMED, "an answer without objects");
        }
        for (int i = 0; i < bindings.size(); i++) {
            var column = columns.get(i % width);
            var binding = bindings.get(i);
            if (column.ended || column.endsAt(binding)) {
                continue;
            }
            if (binding.getOid().compareTo(column.cursor) <= 0) {
                return new WalkResult.Partial(
                        rows, SnmpFailure.NOT_INCREASING, binding.getOid() + " came after " + column.cursor);
            }
            if (rows == maxRows) {
                return new WalkResult.Partial(rows, SnmpFailure.TOO_MANY_ROWS, "more than " + maxRows + " objects");
            }
            column.cursor = binding.getOid();
            rows++;
            sink.accept(binding);
        }
        return null;
    }

    /** How far a column is walked. */
    private static final class Column {
        private final OID root;
        private OID cursor;
        private boolean ended;

        private Column(OID root) {
            this.root = root;
            this.cursor = root;
        }

        private boolean endsAt(VariableBinding binding) {
            ended = binding.isException() || !binding.getOid().startsWith(root);
            return ended;
        }
    }
}
