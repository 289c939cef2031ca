package id.ronda.dashboards.people;

import id.ronda.identity.Unit;
import id.ronda.identity.UnitId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An office with those below it.
 *
 * @param below in the order in which they were given
 */
public record UnitNode(Unit unit, List<UnitNode> below) {

    public UnitNode {
        below = List.copyOf(below);
    }

    /**
     * The trees that these units make. One whose parent is not among them, because the reader does not see it, stands at the top.
     *
     * @param units each before those below it
     */
    public static List<UnitNode> forest(List<Unit> units) {
        Map<UnitId, List<Unit>> children = new LinkedHashMap<>();
        units.forEach(unit -> children.put(unit.id(), new ArrayList<>()));
        List<Unit> tops = new ArrayList<>();
        for (Unit unit : units) {
            UnitId parent = unit.draft().parent();
            Optional.ofNullable(parent == null ? null : children.get(parent))
                    .orElse(tops)
                    .add(unit);
        }
        return tops.stream().map(unit -> node(unit, children)).toList();
    }

    private static UnitNode node(Unit unit, Map<UnitId, List<Unit>> children) {
        return new UnitNode(
                unit,
                children.getOrDefault(unit.id(), List.of()).stream()
                        .map(child -> node(child, children))
                        .toList());
    }

    /** How many there are, this one included. */
    public int size() {
        return 1 + below.stream().mapToInt(UnitNode::size).sum();
    }
}
