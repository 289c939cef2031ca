package id.ronda.collector.discovery;

import id.ronda.collector.discovery.Agent.Failed;
import id.ronda.collector.discovery.Agent.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/** One look at one device: asks for each column once, remembers what could not be read and why. */
final class Look {
    private static final int MAX_ROWS = 100_000;
    private static final int SILENCES = 3;
    /** Failures of the way or of the credentials: asking otherwise does not help. */
    private static final Set<String> NOBODY_THERE = Set.of("timeout", "no-route", "port-closed", "closed");

    private final Agent agent;
    private final Map<OID, Map<OID, Variable>> columns = new HashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private boolean complete = true;
    private int silences;

    Look(Agent agent) {
        this.agent = agent;
    }

    /** The objects that the device has; what fails is noted and absent. */
    Map<OID, Variable> get(Collection<OID> objects) {
        if (objects.isEmpty() || isSilent()) {
            return Map.of();
        }
        return switch (agent.get(List.copyOf(objects))) {
            case Values values -> {
                values.failed().forEach((oid, failed) -> fails(oid.toString(), failed));
                yield values.values();
            }
            case Failed failed -> {
                fails("get of " + objects.size() + " objects", failed);
                yield Map.of();
            }
        };
    }

    /** Walks several columns together, which costs a fraction of the requests. */
    void fetch(Collection<OID> wanted) {
        var open =
                wanted.stream().filter(c -> !columns.containsKey(c)).distinct().toList();
        if (open.isEmpty() || isSilent()) {
            return;
        }
        var walked = agent.walk(open, MAX_ROWS);
        var failure = walked.failure();
        if (failure != null && open.size() > 1 && !NOBODY_THERE.contains(failure.reason())) {
            // One column that the device cannot walk must not cost the others.
            open.forEach(column -> fetch(List.of(column)));
            return;
        }
        open.forEach(column -> columns.put(column, rows(column, walked)));
        if (failure != null) {
            fails(
                    "walk of " + open.getFirst() + (open.size() > 1 ? " and " + (open.size() - 1) + " more" : ""),
                    failure);
        }
    }

    /** The column's values by the index of their rows, in the device's order; walked at the first time it is asked for. */
    Map<OID, Variable> column(OID column) {
        var known = columns.get(column);
        if (known != null) {
            return known;
        }
        fetch(List.of(column));
        return columns.getOrDefault(column, Map.of());
    }

    private static Map<OID, Variable> rows(OID column, Agent.Walked walked) {
        var rows = new LinkedHashMap<OID, Variable>();
        for (var row : walked.rows()) {
            if (row.getOid().startsWith(column) && row.getOid().size() > column.size()) {
                rows.putIfAbsent(index(row.getOid(), column.size()), row.getVariable());
            }
        }
        return rows;
    }

    private static OID index(OID row, int from) {
        return new OID(row.getValue(), from, row.size() - from);
    }

    /** The cell of a column, or null. */
    @Nullable
    Variable cell(OID column, OID index) {
        return column(column).get(index);
    }

    private void fails(String what, Failed failed) {
        complete = false;
        note(failed.reason() + ": " + what + (failed.detail().isEmpty() ? "" : ": " + failed.detail()));
        silences += NOBODY_THERE.contains(failed.reason()) ? 1 : 0;
        if (isSilent()) {
            note("the device fell silent: the rest was not asked for");
        }
    }

    private boolean isSilent() {
        return silences >= SILENCES;
    }

    void note(String text) {
        notes.add(text);
    }

    boolean complete() {
        return complete;
    }

    List<String> notes() {
        return new ArrayList<>(notes);
    }
}
