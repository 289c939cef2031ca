package id.ronda.collector.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds what a profile says beside what the MIB says, where the MIB is known: whether there is such an object, what its unit is, which
 * states it has, and whether its name speaks of the same thing.
 */
final class MibLint {

    /** Words by which MIBs name what a metric measures. */
    private static final Map<String, String> QUANTITIES = Map.ofEntries(
            Map.entry("temperature", "temperature temp"),
            Map.entry("humidity", "humidity humid"),
            Map.entry("voltage", "voltage volt"),
            Map.entry("current", "current amp"),
            Map.entry("frequency", "frequency freq"),
            Map.entry("fan.speed", "speed rpm"),
            Map.entry("power.active", "power watts"),
            Map.entry("battery.charge", "capacity charge"),
            Map.entry("load", "load"));

    private final MibObjects mib;

    MibLint(MibObjects mib) {
        this.mib = mib;
    }

    /**
     * The findings about one object or column.
     *
     * @param oid of the object as the profile reads it, with parameters unfilled
     */
    List<String> check(String oid, Measurement said) {
        if (oid.contains("$")) {
            return List.of();
        }
        var object = mib.read(oid);
        if (object.isEmpty()) {
            return mib.knowsArcOf(oid) ? List.of(oid + ": its MIB has no such object") : List.of();
        }
        var findings = new ArrayList<String>();
        unit(object.get(), said, findings);
        states(object.get(), said, findings);
        neighbour(object.get(), said, findings);
        return findings;
    }

    private static void unit(MibObject object, Measurement said, List<String> findings) {
        boolean plain = said.states() == null && said.magnitude() == null && said.kind() == null && said.text() == null;
        var told = UnitScale.of(object.unit());
        if (!plain || told.isEmpty()) {
            return;
        }
        double scale = said.scale() == null ? 1 : said.scale().doubleValue();
        var meant = UnitScale.of(said.unitOrUsual()).orElse(new UnitScale("1", 1));
        var read = meant.times(scale);
        if (!told.get().sameAs(read)) {
            findings.add(object.oid() + ": " + object.name() + " is told in " + object.unit() + ", but read as "
                    + (scale == 1 ? "" : said.scale() + " ") + said.unitOrUsual());
        }
    }

    private static void states(MibObject object, Measurement said, List<String> findings) {
        var states = said.states();
        if (states == null || object.states().isEmpty() || said.bits() != 0) {
            return;
        }
        Set<Integer> mapped = new HashSet<>();
        Stream.of(states.ok(), states.warning(), states.critical(), states.unknown())
                .forEach(map -> mapped.addAll(map.keySet()));
        var without = new TreeSet<>(object.states());
        without.removeAll(mapped);
        without.removeIf(
                number -> said.skip().stream().anyMatch(s -> s.interval().contains(number)));
        if (!without.isEmpty()) {
            findings.add(object.oid() + ": states " + without + " of " + object.name() + " have no severity");
        }
    }

    /**
     * The commonest error of definitions: a neighbour's OID. Its name differs from the object's in one word, and that word is in the name
     * for people, while the object's own is not ("Coolant level" that reads the oil's).
     */
    private void neighbour(MibObject object, Measurement said, List<String> findings) {
        var texts = new ArrayList<>(said.name().stream().map(NameTemplate::text).toList());
        texts.add(QUANTITIES.getOrDefault(said.metric() == null ? "" : said.metric(), ""));
        Set<String> words = MibWords.of(texts);
        for (MibObject other : mib.neighbours(object)) {
            MibWords.swap(object.name(), other.name())
                    .filter(swap -> words.contains(swap.there()) && !words.contains(swap.here()))
                    .ifPresent(swap -> findings.add(object.oid() + ": the MIB's name is " + object.name() + ", and "
                            + other.oid() + " is " + other.name() + ", which fits better"));
        }
    }
}
