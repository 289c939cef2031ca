package id.ronda.collector.profile;

import id.ronda.collector.reading.Dates;
import id.ronda.collector.reading.GaugeDecoder;
import id.ronda.collector.reading.Interval;
import id.ronda.collector.reading.Scaling;
import id.ronda.collector.reading.StateLabels;
import id.ronda.collector.reading.StateMap;
import id.ronda.collector.reading.TextForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One object, or one column of a table, and what its numbers mean.
 *
 * @param metric null only where the row tells its kind
 * @param unit null: that of the metric
 * @param oid the instance of a scalar, or the column: its number in the table or in full
 * @param name the first that is not blank is taken; none: the row's own
 * @param instance as {@code name}; none: the name
 * @param text finds the number in a text by its first group
 * @param bits mask
 * @param skip sentinels, raw
 * @param valid lowest and highest possible value in the unit
 * @param poll the poll class, see docs/profiles.md
 * @param date forms in which a date is written in a text; none: it is no date
 */
public record Measurement(
        @Nullable String metric,
        @Nullable String unit,
        @Nullable OidPattern oid,
        List<NameTemplate> name,
        List<NameTemplate> instance,
        @Nullable BigDecimal scale,
        @Nullable BigDecimal offset,
        @Nullable Pattern text,
        boolean unsigned,
        int bits,
        List<Sentinel> skip,
        @Nullable List<Double> valid,
        @Nullable States states,
        List<Condition> when,
        @Nullable Kinds kind,
        @Nullable Magnitude magnitude,
        @Nullable String poll,
        List<String> date) {

    public Measurement {
        name = Absent.list(name);
        instance = Absent.list(instance);
        skip = Absent.list(skip);
        when = Absent.list(when);
        date = Absent.list(date);
    }

    /** The unit of the values. */
    public String unitOrUsual() {
        return unit != null ? unit : Metrics.usualUnit(metric == null ? "" : metric);
    }

    /** The meanings of the numbers, or null if it is no state. */
    public @Nullable StateMap stateMap() {
        return states == null ? null : states.toStateMap();
    }

    /** The decoder with the scale written here; what the row tells comes on top. */
    public GaugeDecoder decoder() {
        var scaling = scale == null ? Scaling.NONE : Scaling.by(scale);
        return new GaugeDecoder(
                text,
                unsigned,
                skip.stream().map(Sentinel::interval).toList(),
                bits,
                offset == null ? scaling : scaling.plus(offset.doubleValue()),
                valid == null ? null : new Interval(valid.getFirst(), valid.getLast()),
                form());
    }

    private @Nullable TextForm form() {
        var map = stateMap();
        if (map != null) {
            return StateLabels.of(map);
        }
        return date.isEmpty() ? null : Dates.of(date);
    }

    /** What is meant by a row whose kind is told: the case's words, and those written here where it has none. */
    public Measurement as(Measurement kindOf) {
        return new Measurement(
                or(kindOf.metric, metric),
                or(kindOf.unit, unit),
                oid,
                kindOf.name.isEmpty() ? name : kindOf.name,
                kindOf.instance.isEmpty() ? instance : kindOf.instance,
                or(kindOf.scale, scale),
                or(kindOf.offset, offset),
                or(kindOf.text, text),
                kindOf.unsigned || unsigned,
                kindOf.bits == 0 ? bits : kindOf.bits,
                kindOf.skip.isEmpty() ? skip : kindOf.skip,
                or(kindOf.valid, valid),
                or(kindOf.states, states),
                kindOf.when.isEmpty() ? when : kindOf.when,
                kindOf.kind,
                or(kindOf.magnitude, magnitude),
                or(kindOf.poll, poll),
                kindOf.date.isEmpty() ? date : kindOf.date);
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first != null ? first : second;
    }
}
