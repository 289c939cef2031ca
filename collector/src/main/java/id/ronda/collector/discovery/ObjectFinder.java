package id.ronda.collector.discovery;

import id.ronda.collector.Limits;
import id.ronda.collector.Reading;
import id.ronda.collector.profile.Condition;
import id.ronda.collector.profile.LimitPlaces;
import id.ronda.collector.profile.Magnitude;
import id.ronda.collector.profile.Measurement;
import id.ronda.collector.profile.NameTemplate;
import id.ronda.collector.profile.OidPattern;
import id.ronda.collector.profile.Profile;
import id.ronda.collector.profile.Table;
import id.ronda.collector.reading.GaugeDecoder;
import id.ronda.collector.reading.NumericValue;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.reading.Scaling;
import id.ronda.collector.source.SourceNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** Finds which objects of a profile a device has, and reads each once. */
final class ObjectFinder {
    private static final int UNITS_PREFIX = 9;
    private static final int DECADES_A_PREFIX = 3;
    private static final double PERCENT = 100;

    private final Look look;
    private final Map<String, String> parameters;
    private final FoundObjects found = new FoundObjects();
    private int withoutValue;

    ObjectFinder(Look look, Map<String, String> parameters) {
        this.look = look;
        this.parameters = parameters;
    }

    /** How many rows some columns have; a profile's question that no object of the device answers. */
    List<Reading> counts(Profile profile) {
        return profile.tables().stream()
                .filter(t -> isBound(t.oid()))
                .flatMap(t -> t.columns().stream().filter(Measurement::rows).map(c -> count(t, c)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Reading> count(Table table, Measurement column) {
        OID entry = table.oid().bind(parameters);
        OID oid = columnOf(entry, column);
        long rows = look.column(oid).keySet().stream()
                .map(index -> new Row(look, entry, index, 1, parameters))
                .filter(row -> holds(table.when(), row) && holds(column.when(), row))
                .count();
        if (rows == 0 || column.metric() == null) {
            return Optional.empty();
        }
        String name = column.name().stream().map(NameTemplate::text).findFirst().orElse(SourceNames.shown(oid));
        return Optional.of(new Reading(
                column.metric(),
                word(name),
                name,
                SourceNames.shown(oid),
                (double) rows,
                column.unitOrUsual(),
                null,
                null));
    }

    List<Found> find(Profile profile) {
        scalars(profile.scalars());
        profile.tables().stream().filter(t -> isBound(t.oid())).forEach(this::table);
        if (withoutValue > 0) {
            look.note(withoutValue + " objects hold no value now (the device's sign for none, or out of range)");
        }
        return found.distinct();
    }

    private boolean isBound(OidPattern oid) {
        boolean bound = parameters.keySet().stream()
                        .reduce(oid.text(), (text, p) -> text.replace("${" + p + "}", ""))
                        .indexOf('$')
                < 0;
        if (!bound) {
            look.note("not told by sysObjectID: " + oid.text());
        }
        return bound;
    }

    private void scalars(List<Measurement> scalars) {
        var asked = new LinkedHashMap<Measurement, OID>();
        for (Measurement scalar : scalars) {
            if (scalar.oid() != null && isBound(scalar.oid())) {
                asked.put(scalar, scalar.oid().bindScalar(parameters));
            }
        }
        var values = look.get(asked.values().stream().distinct().toList());
        asked.forEach((scalar, oid) -> {
            var value = values.get(oid);
            if (value != null) {
                var row = scalarRow(oid);
                take(scalar, decoder(scalar, row), oid, value, row, "");
            }
        });
    }

    private Row scalarRow(OID oid) {
        return new Row(look, oid, new OID(new int[] {0}), 1, parameters);
    }

    private void table(Table table) {
        OID entry = table.oid().bind(parameters);
        look.fetch(table.columns().stream()
                .flatMap(c -> Stream.concat(Stream.of(columnOf(entry, c)), limitColumns(entry, c)))
                .toList());
        for (Measurement column : table.columns()) {
            if (column.rows()) {
                continue;
            }
            OID oid =
                    Columns.oid(entry, column.oid() == null ? "" : column.oid().text(), parameters);
            int position = 0;
            for (var cell : new TreeMap<>(look.column(oid)).entrySet()) {
                position++;
                cell(table, column, oid, new Row(look, entry, cell.getKey(), position, parameters), cell.getValue());
            }
        }
    }

    private Stream<OID> limitColumns(OID entry, Measurement column) {
        var limits = column.limits();
        return limits == null
                ? Stream.empty()
                : limits.all()
                        .filter(place -> place.indexOf('@') < 0)
                        .map(place -> Columns.oid(entry, place, parameters));
    }

    private OID columnOf(OID entry, Measurement column) {
        var written = column.oid();
        return written == null ? entry : Columns.oid(entry, written.text(), parameters);
    }

    private void cell(Table table, Measurement column, OID oid, Row row, Variable value) {
        var meant = kindOf(column, row);
        if (meant == null || !holds(table.when(), row) || !holds(meant.when(), row)) {
            return;
        }
        take(
                meant,
                decoder(meant, row),
                new OID(oid.getValue(), row.index().getValue()),
                value,
                row,
                row.name(table.name()));
    }

    private static GaugeDecoder decoder(Measurement meant, Row row) {
        var decoder = meant.decoder();
        return meant.magnitude() == null ? decoder : decoder.scaled(scaled(decoder.scaling(), meant.magnitude(), row));
    }

    private static @Nullable Measurement kindOf(Measurement column, Row row) {
        Measurement meant = column;
        while (meant != null && meant.kind() != null) {
            var kindOf = meant.kind().of(row.text(meant.kind().column()));
            meant = kindOf == null ? null : meant.as(kindOf);
        }
        return meant;
    }

    private static boolean holds(List<Condition> conditions, Row row) {
        return conditions.stream().allMatch(c -> c.holds(row.text(c.column())));
    }

    private static Scaling scaled(Scaling scaling, Magnitude magnitude, Row row) {
        double prefix = number(magnitude.prefix(), row, UNITS_PREFIX);
        double exponent = number(magnitude.exponent(), row, 0) - number(magnitude.precision(), row, 0);
        double divisor = number(magnitude.divisor(), row, 1);
        return scaling.timesTenTo((int) ((prefix - UNITS_PREFIX) * DECADES_A_PREFIX + exponent))
                .times(number(magnitude.factor(), row, 1))
                .dividedBy(divisor == 0 ? 1 : divisor)
                .times(share(magnitude.percentOf(), row))
                .remainderOf(whole(magnitude.remainderOf(), row));
    }

    /** What makes a percentage of that sum; a sum of nothing has none. */
    private static double share(List<String> parts, Row row) {
        return whole(parts, row).stream()
                .map(sum -> sum > 0 ? PERCENT / sum : Double.NaN)
                .findFirst()
                .orElse(1);
    }

    /** The sum of some cells, NaN if one is missing; empty if none is wanted. */
    private static OptionalDouble whole(List<String> parts, Row row) {
        return parts.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(parts.stream()
                        .mapToDouble(part -> number(part, row, Double.NaN))
                        .sum());
    }

    private static double number(@Nullable String place, Row row, double usual) {
        var cell = place == null ? null : row.cell(place);
        double number = cell == null ? Double.NaN : NumericValue.of(cell);
        return Double.isNaN(number) ? usual : number;
    }

    private void take(Measurement meant, GaugeDecoder decoder, OID oid, Variable value, Row row, String rowName) {
        double number = meant.sum().isEmpty() ? seen(meant, decoder, value) : sum(meant.sum(), decoder, row);
        if (Double.isNaN(number) || meant.metric() == null) {
            withoutValue++;
            return;
        }
        String own = row.name(meant.name());
        String name = own.isEmpty() ? (rowName.isEmpty() ? row.text("index") : rowName) : own;
        found.add(new Found(
                meant.metric(),
                instance(meant, row, rowName, name),
                name,
                oid,
                meant.unitOrUsual(),
                number,
                decoder,
                meant.stateMap(),
                meant.limits() == null ? null : limits(meant.limits(), decoder, row, name),
                objectKind(meant, value)));
    }

    /** What the row tells, or null; limits between which nothing can lie are not set, and said. */
    private @Nullable Limits limits(LimitPlaces places, GaugeDecoder decoder, Row row, String name) {
        var limits = new Limits(
                limit(places.lowCritical(), decoder, row),
                limit(places.lowWarning(), decoder, row),
                limit(places.highWarning(), decoder, row),
                limit(places.highCritical(), decoder, row));
        if (limits.isTold() && !limits.isConsistent()) {
            look.note(name + ": its limits contradict each other and are left out");
            return null;
        }
        return limits.isTold() ? limits : null;
    }

    private static @Nullable Double limit(@Nullable String place, GaugeDecoder decoder, Row row) {
        var cell = place == null ? null : row.cell(place);
        double limit = cell == null ? Double.NaN : decoder.decode(cell);
        return Double.isNaN(limit) ? null : Double.valueOf(limit);
    }

    /** Scale and range of a counter are those of its rate, which one answer does not tell. */
    private static double seen(Measurement meant, GaugeDecoder decoder, Variable value) {
        return meant.counter() ? NumericValue.of(value) : decoder.decode(value);
    }

    private static double sum(List<String> parts, GaugeDecoder decoder, Row row) {
        return parts.stream()
                .map(row::cell)
                .mapToDouble(cell -> cell == null ? Double.NaN : decoder.decode(cell))
                .sum();
    }

    private static @Nullable ObjectKind objectKind(Measurement meant, Variable value) {
        if (!meant.sum().isEmpty()) {
            return null;
        }
        if (meant.counter()) {
            return switch (value) {
                case Counter64 ignored -> ObjectKind.COUNTER64;
                case OctetString ignored -> ObjectKind.COUNTER_REAL;
                default -> ObjectKind.COUNTER32;
            };
        }
        return meant.states() == null ? ObjectKind.GAUGE : ObjectKind.STATE;
    }

    /** A row is known by the name the device gives it; a single object by a word made of the profile's name for it. */
    private static String instance(Measurement meant, Row row, String rowName, String name) {
        String written = row.name(meant.instance());
        if (!written.isEmpty()) {
            return written;
        }
        return rowName.isEmpty() && row.index().get(0) == 0 ? word(name) : name;
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
