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

    /** A table of lines {@code OID TAB name TAB unit TAB states}, a state as {@code 1=on}; what begins with {@code #} is for people. */
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
        Map<Integer, String> states = cells[3].isEmpty()
                ? Map.of()
                : Arrays.stream(cells[3].split(","))
                        .map(state -> state.split("=", 2))
                        .collect(Collectors.toMap(state -> Integer.valueOf(state[0]), state -> state[1]));
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

    private static String withoutInstance(String oid) {
        return oid.endsWith(".0") ? oid.substring(0, oid.length() - 2) : oid;
    }

    /** The other objects of its row or group. */
    List<MibObject> neighbours(MibObject object) {
        return arcs.getOrDefault(object.arc(), List.of()).stream()
                .filter(other -> !other.equals(object))
                .toList();
    }

    /**
     * Whether it is a hole: objects with lower and with higher numbers are known in its row or group, but not it. Beyond the highest
     * a MIB may have grown since.
     */
    boolean isHole(String oid) {
        String object = withoutInstance(oid);
        int dot = object.lastIndexOf('.');
        var numbers = arcs.getOrDefault(object.substring(0, dot), List.of()).stream()
                .mapToLong(MibObject::number)
                .summaryStatistics();
        long number = Long.parseLong(object.substring(dot + 1));
        return number > numbers.getMin() && number < numbers.getMax() && !objects.containsKey(object);
    }
}
