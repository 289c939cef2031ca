package id.ronda.collector.profile;

import id.ronda.collector.source.SourceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds what a profile says beside what the MIB says, where the MIB is known: whether there is such an object, what its unit is, which
 * states it has, and whether its name speaks of the same thing. A device that contradicts its own MIB is told by {@code despite}.
 */
final class MibLint {

    /** Words by which MIBs name what a metric measures. */
    private static final Map<String, String> QUANTITIES = Map.ofEntries(
            Map.entry("temperature", "temperature temp celsius"),
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
     * @param rowTellsUnit whether the row itself tells what it measures, so that the MIB cannot
     */
    List<String> check(String oid, Measurement said, boolean rowTellsUnit) {
        if (oid.contains("$") || SourceNames.isName(oid)) {
            return List.of();
        }
        var object = mib.read(oid);
        if (object.isEmpty()) {
            return mib.isHole(oid) ? List.of(oid + ": its MIB has no such object") : List.of();
        }
        if (said.despite() != null) {
            return List.of();
        }
        var findings = new ArrayList<String>();
        if (!rowTellsUnit) {
            unit(object.get(), said, findings);
        }
        states(object.get(), said, findings);
        neighbour(object.get(), said, findings);
        return findings;
    }

    private static void unit(MibObject object, Measurement said, List<String> findings) {
        boolean plain = said.states() == null && said.magnitude() == null && said.text() == null;
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
        Map<Integer, String> mapped = new TreeMap<>();
        Stream.of(states.ok(), states.warning(), states.critical(), states.unknown())
                .forEach(mapped::putAll);
        mapped.forEach((number, label) -> swapped(object, mapped, number, label).ifPresent(findings::add));
        var without = new TreeSet<>(object.states().keySet());
        without.removeAll(mapped.keySet());
        without.removeIf(
                number -> said.skip().stream().anyMatch(s -> s.interval().contains(number)));
        if (!without.isEmpty()) {
            findings.add(object.oid() + ": states " + without + " of " + object.name() + " have no severity");
        }
    }

    /** A label that the MIB gives to another number, which the profile calls otherwise. */
    private static Optional<String> swapped(MibObject object, Map<Integer, String> mapped, int number, String label) {
        String said = plain(label);
        return object.states().entrySet().stream()
                .filter(state ->
                        state.getKey() != number && plain(state.getValue()).equals(said))
                .filter(state ->
                        !plain(object.states().getOrDefault(number, "")).equals(said))
                .filter(state -> !plain(mapped.getOrDefault(state.getKey(), "")).equals(said))
                .findFirst()
                .map(state -> object.oid() + ": " + label + " of " + object.name() + " is " + state.getKey() + ", not "
                        + number);
    }

    private static String plain(String label) {
        return label.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
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
