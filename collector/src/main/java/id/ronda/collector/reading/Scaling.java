package id.ronda.collector.reading;

import java.math.BigDecimal;

/**
 * From the device's number to the unit: {@code raw × multiplier ÷ divisor + offset}.
 *
 * <p>A decimal scale such as 0.1 is kept as a division by ten, because 499 ÷ 10 is exactly what is meant and 499 × 0.1 is not.
 */
public record Scaling(double multiplier, double divisor, double offset) {
    /** Leaves the number as it is. */
    public static final Scaling NONE = new Scaling(1, 1, 0);

    /** A scale as written in a profile, for example {@code 0.1} or {@code 60}. */
    public static Scaling by(BigDecimal scale) {
        var plain = scale.stripTrailingZeros();
        var divisor = Math.pow(10, Math.max(0, plain.scale()));
        return new Scaling(plain.movePointRight(Math.max(0, plain.scale())).doubleValue(), divisor, 0);
    }

    /** The same with something added after the multiplication, for example −273.15. */
    public Scaling plus(double addend) {
        return new Scaling(multiplier, divisor, offset + addend);
    }

    /** The same, and multiplied by a factor that the device told, for example its allocation unit. */
    public Scaling times(double factor) {
        return new Scaling(multiplier * factor, divisor, offset);
    }

    /** The same, and divided by a number that the device told. */
    public Scaling dividedBy(double number) {
        return new Scaling(multiplier, divisor * number, offset);
    }

    /** The same, and multiplied by a power of ten that the device told. */
    public Scaling timesTenTo(int exponent) {
        return exponent >= 0
                ? times(Math.pow(10, exponent))
                : new Scaling(multiplier, divisor * Math.pow(10, -exponent), offset);
    }

    double apply(double raw) {
        return raw * multiplier / divisor + offset;
    }
}
