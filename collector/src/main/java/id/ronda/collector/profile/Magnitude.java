package id.ronda.collector.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row itself tells its scale; columns as in a {@link NameTemplate}'s braces.
 *
 * @param prefix SensorDataScale of RFC 3433: 9 is units, 8 milli, 10 kilo; null if not told
 * @param precision number of decimal digits in the number; null if not told
 * @param exponent power of ten to multiply by, -1 for tenths; null if not told
 * @param factor a number to multiply by, for example hrStorageAllocationUnits; null if not told
 * @param divisor a number to divide by; null if not told
 * @param percentOf columns whose sum at the time of the look is 100 %: the size of a pool, or what is used and what is free of it
 * @param remainderOf columns of whose sum, at the time of the look, the value is what this number leaves: the used part, of the free one
 */
public record Magnitude(
        @Nullable String prefix,
        @Nullable String precision,
        @Nullable String exponent,
        @Nullable String factor,
        @Nullable String divisor,
        List<String> percentOf,
        List<String> remainderOf) {

    public Magnitude {
        percentOf = Absent.list(percentOf);
        remainderOf = Absent.list(remainderOf);
    }
}
