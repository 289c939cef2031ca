package id.ronda.collector.reading;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * From the device's number to the unit: {@code raw × multiplier ÷ divisor + offset}, or ten times its decimal logarithm.
 *
 * <p>A decimal scale such as 0.1 is kept as a division by ten, because 499 ÷ 10 is exactly what is meant and 499 × 0.1 is not.
 *
 * @param decibels the scaled number is a power in mW and the value its level in dBm; no power has no level
 */
public record Scaling(double multiplier, double divisor, double offset, boolean decibels) {
    private static final int DECIBELS_A_BEL = 10;

    /** Leaves the number as it is. */
    public static final Scaling NONE = new Scaling(1, 1, 0, false);

    /** A scale as written in a profile, for example {@code 0.1} or {@code 60}. */
    public static Scaling by(BigDecimal scale) {
        var plain = scale.stripTrailingZeros();
        var divisor = Math.pow(10, Math.max(0, plain.scale()));
        return new Scaling(plain.movePointRight(Math.max(0, plain.scale())).doubleValue(), divisor, 0, false);
    }

    /** The same with something added after the multiplication, for example −273.15. */
    public Scaling plus(double addend) {
        return new Scaling(multiplier, divisor, offset + addend, decibels);
    }

    /** The same, and multiplied by a factor that the device told, for example its allocation unit. */
    public Scaling times(double factor) {
        return new Scaling(multiplier * factor, divisor, offset, decibels);
    }

    /** The same, and divided by a number that the device told. */
    public Scaling dividedBy(double number) {
        return new Scaling(multiplier, divisor * number, offset, decibels);
    }

    /** The same, and multiplied by a power of ten that the device told. */
    public Scaling timesTenTo(int exponent) {
        return exponent >= 0
                ? times(Math.pow(10, exponent))
                : new Scaling(multiplier, divisor * Math.pow(10, -exponent), offset, decibels);
    }

    /** What is left of that number where this is taken from it; empty: the same as this. */
    public Scaling remainderOf(OptionalDouble whole) {
        return whole.isEmpty()
                ? this
                : new Scaling(-multiplier, divisor, offset + whole.getAsDouble() * multiplier / divisor, decibels);
    }

    /** The same, and the level in dBm of what is then a power in mW. */
    public Scaling inDecibels() {
        return new Scaling(multiplier, divisor, offset, true);
    }

    double apply(double raw) {
        double scaled = raw * multiplier / divisor;
        return (decibels ? level(scaled) : scaled) + offset;
    }

    private static double level(double milliwatts) {
        return milliwatts > 0 ? DECIBELS_A_BEL * Math.log10(milliwatts) : Double.NaN;
    }
}
