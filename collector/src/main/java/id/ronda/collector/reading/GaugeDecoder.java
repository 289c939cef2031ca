package id.ronda.collector.reading;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/**
 * Decodes as a profile says: read the number, refuse sentinels, take the bits, scale, refuse what cannot be.
 *
 * @param pattern finds the number in a text by its first group, or null: the text begins with it
 * @param unsigned an Integer32 that overflowed is meant as 32 bits without a sign (RFC 2790 storage sizes)
 * @param sentinels raw numbers by which the device says that it has no value
 * @param mask the bits that count, or 0: all of the number
 * @param valid the range in the unit outside of which an answer is no value, or null
 * @param form what a text answer means where it is no number (a state's label, a date), or null
 */
public record GaugeDecoder(
        @Nullable Pattern pattern,
        boolean unsigned,
        List<Interval> sentinels,
        int mask,
        Scaling scaling,
        @Nullable Interval valid,
        @Nullable TextForm form)
        implements ValueDecoder {
    private static final double TWO_TO_32 = 0x1p32;
    private static final double RATE_TOLERANCE = 0.05;

    /** Takes the number as it comes. */
    public static final GaugeDecoder PLAIN = new GaugeDecoder(null, false, List.of(), 0, Scaling.NONE, null);

    public GaugeDecoder {
        sentinels = List.copyOf(sentinels);
    }

    /** For answers that are numbers, or texts that hold one. */
    public GaugeDecoder(
            @Nullable Pattern pattern,
            boolean unsigned,
            List<Interval> sentinels,
            int mask,
            Scaling scaling,
            @Nullable Interval valid) {
        this(pattern, unsigned, sentinels, mask, scaling, valid, null);
    }

    /** The same with another scaling, for objects whose scale the device tells. */
    public GaugeDecoder scaled(Scaling other) {
        return new GaugeDecoder(pattern, unsigned, sentinels, mask, other, valid, form);
    }

    @Override
    public double decode(Variable variable) {
        double raw = raw(variable);
        if (Double.isNaN(raw) || sentinels.stream().anyMatch(s -> s.contains(raw))) {
            return Double.NaN;
        }
        double value = scaling.apply(mask == 0 ? raw : (long) raw & mask);
        return valid == null || valid.contains(value) ? value : Double.NaN;
    }

    /** Two clocks measure a rate, so one that is a little out of the range is at its end. */
    @Override
    public double ofRate(double rate) {
        double value = scaling.apply(rate);
        return valid == null || valid.widened(RATE_TOLERANCE).contains(value)
                ? (valid == null ? value : Math.clamp(value, valid.low(), valid.high()))
                : Double.NaN;
    }

    private double raw(Variable variable) {
        if (form != null && variable instanceof OctetString text) {
            return form.number(NumericValue.text(text, pattern));
        }
        double number = pattern == null ? NumericValue.of(variable) : NumericValue.of(variable, pattern);
        return unsigned && number < 0 && variable instanceof Integer32 ? number + TWO_TO_32 : number;
    }
}
