package id.ronda.collector.profile;

import id.ronda.collector.Reading;
import id.ronda.collector.profile.LoadResult.Loaded;
import id.ronda.collector.reading.NumericValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/**
 * What must hold for the readings of any device: one for an OID and metric, a unit that the metric has, a value that it can have, and, where
 * the MIB names the unit, that value in that unit.
 */
public final class ReadingUnits {
    private static final double EXACT = 1e-6;

    private final MibObjects mib = MibObjects.shipped();
    private final Set<String> otherwise = new HashSet<>();
    private int compared;

    /** By the facts of the MIBs and the shipped profiles. */
    public ReadingUnits() {
        for (LoadResult file : new ProfileLoader().shipped()) {
            if (file instanceof Loaded loaded) {
                exceptions(loaded.profile());
            }
        }
    }

    private void exceptions(Profile profile) {
        profile.scalars().forEach(scalar -> exception("", scalar));
        for (Table table : profile.tables()) {
            table.columns().forEach(column -> exception(table.oid().text() + ".", column));
        }
    }

    /** Columns of which the value is made from more than their own number, or whose profile says why it differs from the MIB. */
    private void exception(String table, Measurement said) {
        if (said.oid() == null) {
            return;
        }
        String oid = said.oid().text();
        if (cases(said).anyMatch(ReadingUnits::isMore)) {
            otherwise.add(oid.startsWith("1.3.") ? oid : table + oid);
        }
    }

    private static boolean isMore(Measurement said) {
        return said.despite() != null
                || said.magnitude() != null
                || said.decibels()
                || !said.sum().isEmpty();
    }

    private static Stream<Measurement> cases(Measurement said) {
        var kind = said.kind();
        return kind == null
                ? Stream.of(said)
                : Stream.concat(
                        Stream.of(said),
                        Stream.concat(kind.cases().values().stream(), Stream.ofNullable(kind.otherwise()))
                                .flatMap(ReadingUnits::cases));
    }

    /** How many values were compared with their MIB's unit. */
    public int compared() {
        return compared;
    }

    /** What does not hold. */
    public List<String> findings(Collection<Reading> readings, Map<OID, Variable> walk) {
        var findings = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (Reading reading : readings) {
            if (!seen.add(reading.metric() + " " + reading.oid())) {
                findings.add("twice: " + reading);
            }
            if (!Metrics.fits(reading.metric(), reading.unit())) {
                findings.add("unit: " + reading);
            }
            if (!possible(reading)) {
                findings.add("impossible: " + reading);
            }
            told(reading, walk.get(new OID(reading.oid())), findings);
        }
        return findings;
    }

    private static boolean possible(Reading reading) {
        var range = Metrics.possible(reading.metric());
        return range == null || reading.value() == null || range.contains(reading.value());
    }

    private void told(Reading reading, @Nullable Variable raw, List<String> findings) {
        var object = mib.read(reading.oid());
        Double value = reading.value();
        boolean plain = reading.state() == null && !(raw instanceof OctetString);
        if (raw == null
                || value == null
                || !plain
                || object.isEmpty()
                || otherwise.stream().anyMatch(reading.oid()::startsWith)) {
            return;
        }
        var told = UnitScale.of(object.get().unit());
        if (told.isPresent()) {
            compared++;
            compare(reading, value, NumericValue.of(raw), told.get(), findings);
        }
    }

    private static void compare(Reading reading, double value, double raw, UnitScale told, List<String> findings) {
        var shown = UnitScale.of(reading.unit()).orElse(new UnitScale("1", 1));
        double meant = raw * told.factor() / shown.factor();
        if (!told.sameDimension(shown) || Math.abs(value - meant) > EXACT * Math.abs(meant)) {
            findings.add("the MIB tells " + raw + " x " + told + ": " + reading);
        }
    }
}
