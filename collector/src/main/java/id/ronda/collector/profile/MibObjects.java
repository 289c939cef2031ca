package id.ronda.collector.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The objects of the MIBs that are known here: those that a profile reads, and their neighbours. A table of facts
 * ({@code mib-objects.tsv}: OID, name, unit, states), because many MIBs may not be shipped.
 */
final class MibObjects {
    private static final String SHIPPED = "/id/ronda/collector/mib-objects.tsv";

    private final Map<String, MibObject> objects = new HashMap<>();
    private final Map<String, List<MibObject>> arcs;

    private MibObjects(Collection<MibObject> all) {
        all.forEach(object -> objects.put(object.oid(), object));
        arcs = all.stream().collect(Collectors.groupingBy(MibObject::arc));
    }

    /** The table in the program. */
    static MibObjects shipped() {
        try (var file = Objects.requireNonNull(MibObjects.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the table of MIB objects in the program cannot be read", e);
        }
    }

    /** A table of lines {@code OID TAB name TAB unit TAB states}; what begins with {@code #} is for people. */
    static MibObjects of(String table) {
        return new MibObjects(table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(MibObjects::object)
                .toList());
    }

    private static MibObject object(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 4) {
            throw new IllegalArgumentException("not four cells: " + line);
        }
        Set<Integer> states = cells[3].isEmpty()
                ? Set.of()
                : Arrays.stream(cells[3].split(",")).map(Integer::valueOf).collect(Collectors.toSet());
        return new MibObject(cells[0], cells[1], cells[2], states);
    }

    /** The object that a profile's OID reads: the scalar or the column, or that of which it names an instance. */
    Optional<MibObject> read(String oid) {
        for (String at = oid; at.contains("."); at = at.substring(0, at.lastIndexOf('.'))) {
            if (objects.containsKey(at)) {
                return Optional.ofNullable(objects.get(at));
            }
        }
        return Optional.empty();
    }

    /** The other objects of its row or group. */
    List<MibObject> neighbours(MibObject object) {
        return arcs.getOrDefault(object.arc(), List.of()).stream()
                .filter(other -> !other.equals(object))
                .toList();
    }

    /** Whether the objects are known beside which this column or scalar stands. */
    boolean knowsArcOf(String oid) {
        String column = oid.endsWith(".0") ? oid.substring(0, oid.length() - 2) : oid;
        return arcs.containsKey(column.substring(0, column.lastIndexOf('.')));
    }

    /** All of them. */
    Collection<MibObject> all() {
        return objects.values();
    }
}
