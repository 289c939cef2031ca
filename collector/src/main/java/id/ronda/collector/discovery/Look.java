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
    private static final int MAX_ROWS = 20_000;

    private final Agent agent;
    private final Map<OID, Map<OID, Variable>> columns = new HashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private boolean complete = true;

    Look(Agent agent) {
        this.agent = agent;
    }

    /** The objects that the device has; after a failure it is noted and there are none. */
    Map<OID, Variable> get(Collection<OID> objects) {
        if (objects.isEmpty()) {
            return Map.of();
        }
        return switch (agent.get(List.copyOf(objects))) {
            case Values values -> values.values();
            case Failed failed -> {
                fails("get of " + objects.size() + " objects", failed);
                yield Map.of();
            }
        };
    }

    /** The column's values by the index of their rows, in the device's order; walked at the first time it is asked for. */
    Map<OID, Variable> column(OID column) {
        return columns.computeIfAbsent(column, this::walk);
    }

    private Map<OID, Variable> walk(OID column) {
        var walked = agent.walk(column, MAX_ROWS);
        var rows = new LinkedHashMap<OID, Variable>();
        for (var row : walked.rows()) {
            if (row.getOid().startsWith(column) && row.getOid().size() > column.size()) {
                rows.putIfAbsent(index(row.getOid(), column.size()), row.getVariable());
            }
        }
        if (walked.failure() != null) {
            fails("walk of " + column, walked.failure());
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
