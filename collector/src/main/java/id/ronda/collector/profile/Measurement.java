package id.ronda.collector.profile;

import id.ronda.collector.reading.Dates;
import id.ronda.collector.reading.GaugeDecoder;
import id.ronda.collector.reading.Interval;
import id.ronda.collector.reading.Scaling;
import id.ronda.collector.reading.StateLabels;
import id.ronda.collector.reading.StateMap;
import id.ronda.collector.reading.StateWords;
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
 * @param valid lowest and highest possible value in the unit; none: what the metric can be at all
 * @param decibels the scaled number is a power in mW, the value its level in dBm
 * @param counter the number counts up; what is measured is its rate a second
 * @param rows how many rows have the column is the value, of which the others know nothing: told once a look, not polled
 * @param sum columns whose sum is the value (a size, of what is used and what is free); told once a look, not polled
 * @param limits where the row tells thresholds of its own value; null: nowhere
 * @param words the state is told as several words, of which the worst counts
 * @param poll the poll class, see docs/profiles.md
 * @param despite why this differs from what the MIB says: devices prove it
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
        boolean decibels,
        boolean counter,
        boolean rows,
        List<String> sum,
        int bits,
        List<Sentinel> skip,
        @Nullable List<Double> valid,
        @Nullable States states,
        boolean words,
        List<Condition> when,
        @Nullable Kinds kind,
        @Nullable Magnitude magnitude,
        @Nullable LimitPlaces limits,
        @Nullable String poll,
        List<String> date,
        @Nullable String despite) {

    public Measurement {
        name = Absent.list(name);
        instance = Absent.list(instance);
        sum = Absent.list(sum);
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
        var plain = scale == null ? Scaling.NONE : Scaling.by(scale);
        var scaling = decibels ? plain.inDecibels() : plain;
        return new GaugeDecoder(
                text,
                unsigned,
                skip.stream().map(Sentinel::interval).toList(),
                bits,
                offset == null ? scaling : scaling.plus(offset.doubleValue()),
                possible(),
                form());
    }

    /** What the profile allows; where it says nothing, what nature does. */
    private @Nullable Interval possible() {
        return valid == null
                ? Metrics.possible(metric == null ? "" : metric)
                : new Interval(valid.getFirst(), valid.getLast());
    }

    private @Nullable TextForm form() {
        var map = stateMap();
        if (map != null) {
            return words ? new StateWords(map.meanings()) : StateLabels.of(map);
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
                kindOf.decibels || decibels,
                kindOf.counter || counter,
                kindOf.rows || rows,
                kindOf.sum.isEmpty() ? sum : kindOf.sum,
                kindOf.bits == 0 ? bits : kindOf.bits,
                kindOf.skip.isEmpty() ? skip : kindOf.skip,
                or(kindOf.valid, valid),
                or(kindOf.states, states),
                kindOf.words || words,
                kindOf.when.isEmpty() ? when : kindOf.when,
                kindOf.kind,
                or(kindOf.magnitude, magnitude),
                or(kindOf.limits, limits),
                or(kindOf.poll, poll),
                kindOf.date.isEmpty() ? date : kindOf.date,
                or(kindOf.despite, despite));
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first != null ? first : second;
    }
}
