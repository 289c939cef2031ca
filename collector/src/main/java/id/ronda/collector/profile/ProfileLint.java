package id.ronda.collector.profile;

import id.ronda.collector.reading.Dates;
import id.ronda.collector.reading.Interval;
import id.ronda.collector.source.SourceNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what a schema cannot: an object read twice, a metric nobody knows, a unit that does not fit, a state without meanings. */
public final class ProfileLint {
    private static final Set<String> POLL_CLASSES =
            Set.of("reach", "power-critical", "if-fast", "env", "slow", "inventory");

    private static final MibLint MIB = new MibLint(MibObjects.shipped());

    private ProfileLint() {}

    /** One thing to mend; line 0 is the whole file. */
    public record Finding(String file, int line, String reason) {}

    /** All findings in some files taken together: those that cannot be used, and what is wrong in the others. */
    public static List<Finding> check(List<LoadResult> files) {
        var findings = new ArrayList<Finding>();
        for (LoadResult.Rejected rejected : ProfileCatalog.of(files).rejected()) {
            rejected.problems().forEach(p -> findings.add(new Finding(rejected.file(), p.line(), p.reason())));
        }
        for (LoadResult file : files) {
            if (file instanceof LoadResult.Loaded loaded) {
                check(loaded.profile()).forEach(reason -> findings.add(new Finding(file.file(), 0, reason)));
            }
        }
        return findings;
    }

    /** The findings in one profile as it is written, without what it uses; empty if it is clean. */
    public static List<String> check(Profile profile) {
        var findings = new ArrayList<String>();
        var seen = new HashSet<String>();
        profile.scalars().forEach(scalar -> object("", List.of(), scalar, seen, findings));
        for (Table table : profile.tables()) {
            table.columns().forEach(column -> object(table.oid().text(), table.when(), column, seen, findings));
        }
        if (profile.deviceClass() != null
                && profile.match().isEmpty()
                && !profile.name().equals(ProfileCatalog.UNKNOWN)) {
            findings.add("has a class and no rule by which a device is recognised");
        }
        return findings;
    }

    private static void object(
            String table, List<Condition> when, Measurement object, Set<String> seen, List<String> findings) {
        if (object.oid() == null) {
            findings.add(table + ": an object without an OID");
            return;
        }
        String oid = column(table, object.oid().text());
        findings.addAll(SourceLint.check(oid, object));
        for (Measurement one : variants(object)) {
            meaning(oid, one, findings);
            findings.addAll(MIB.check(oid, one, object.kind() != null));
        }
        String place = oid + " " + when + object.when() + " " + object.metric();
        if (!seen.add(place)) {
            findings.add(oid + ": read twice");
        }
    }

    private static String column(String table, String oid) {
        return table.isEmpty() || oid.startsWith("1.3.") || SourceNames.isName(oid) ? oid : table + "." + oid;
    }

    private static List<Measurement> variants(Measurement object) {
        var kind = object.kind();
        if (kind == null) {
            return List.of(object);
        }
        return Stream.concat(kind.cases().values().stream(), Stream.ofNullable(kind.otherwise()))
                .flatMap(one -> variants(object.as(one)).stream())
                .toList();
    }

    private static void meaning(String oid, Measurement object, List<String> findings) {
        String metric = object.metric();
        if (metric == null || !Metrics.isKnown(metric)) {
            findings.add(oid + ": unknown metric " + metric);
            return;
        }
        if (!Metrics.fits(metric, object.unitOrUsual())) {
            findings.add(oid + ": " + metric + " is not measured in " + object.unitOrUsual());
        }
        if (Metrics.isState(metric) != (object.states() != null)) {
            findings.add(
                    oid + ": " + metric + (object.states() == null ? " has no states" : " is no state but has states"));
        }
        if (object.states() != null && !object.states().ambiguous().isEmpty()) {
            findings.add(oid + ": states with two meanings " + object.states().ambiguous());
        }
        if (object.valid() != null) {
            range(oid, metric, object.valid(), findings);
        }
        if (!object.date().isEmpty()) {
            dates(oid, object.date(), findings);
        }
        if (object.poll() != null && !POLL_CLASSES.contains(object.poll())) {
            findings.add(oid + ": unknown poll class " + object.poll());
        }
    }

    private static void range(String oid, String metric, List<Double> valid, List<String> findings) {
        double lowest = valid.getFirst();
        double highest = valid.getLast();
        if (lowest >= highest) {
            findings.add(oid + ": no value lies within " + valid);
        }
        Interval possible = Metrics.possible(metric);
        if (possible != null && (!possible.contains(lowest) || !possible.contains(highest))) {
            findings.add(oid + ": " + valid + " allows what " + metric + " cannot be, beyond " + possible);
        }
    }

    private static void dates(String oid, List<String> forms, List<String> findings) {
        try {
            Dates.of(forms);
        } catch (IllegalArgumentException unusable) {
            findings.add(oid + ": no form of a date: " + unusable.getMessage());
        }
    }
}
