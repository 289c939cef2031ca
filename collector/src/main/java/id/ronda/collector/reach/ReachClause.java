package id.ronda.collector.reach;

import static java.util.stream.Collectors.joining;

import id.ronda.collector.Reach;
import id.ronda.identity.Classification;
import id.ronda.identity.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The condition that holds for the devices of a reach. Where everything is reached it is {@code true}, which costs the database nothing.
 *
 * @param sql about a row {@code d} of {@code collector.device}
 * @param values of its names
 */
public record ReachClause(String sql, Map<String, Object> values) {

    public ReachClause {
        values = Map.copyOf(values);
    }

    /** The condition of that reach. */
    public static ReachClause of(Reach reach) {
        Map<Scope, Set<Classification>> parts = new LinkedHashMap<>();
        for (Classification label : Classification.values()) {
            parts.computeIfAbsent(reach.scope(label), scope -> EnumSet.noneOf(Classification.class))
                    .add(label);
        }
        parts.remove(Scope.nothing());
        List<String> sql = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        parts.forEach((scope, labels) -> sql.add(part(sql.size(), scope, labels, values)));
        return new ReachClause(sql.isEmpty() ? "false" : sql.stream().collect(joining(" or ", "(", ")")), values);
    }

    private static String part(int number, Scope scope, Set<Classification> labels, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        if (scope instanceof Scope.Units some) {
            String name = "reachedUnits" + number;
            conditions.add("d.unit_id = any(:" + name + ")");
            // In order, so that the same reach is the same statement with the same values.
            values.put(
                    name,
                    some.units().stream()
                            .mapToLong(unit -> unit.value())
                            .sorted()
                            .toArray());
        }
        if (labels.size() < Classification.values().length) {
            String name = "reachedLabels" + number;
            conditions.add("d.classification = any(:" + name + ")");
            values.put(name, labels.stream().map(Classification::code).toArray(String[]::new));
        }
        return conditions.isEmpty() ? "true" : "(" + String.join(" and ", conditions) + ")";
    }
}
