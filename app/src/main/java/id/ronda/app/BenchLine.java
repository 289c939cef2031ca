package id.ronda.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.ronda.kernel.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of figures as JSON; numbers keep four digits, what is not known is null. */
final class BenchLine {

    private static final double DIGITS = 1e4;

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /** Adds a figure, a text or a group of them. */
    BenchLine with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a count. */
    BenchLine with(String name, long value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a number; NaN stands for one that is not known. */
    BenchLine with(String name, double value) {
        fields.put(name, Double.isFinite(value) ? rounded(value) : null);
        return this;
    }

    private static Number rounded(double value) {
        long whole = Math.round(value);
        return value == whole ? (Number) whole : (Number) (Math.round(value * DIGITS) / DIGITS);
    }

    @Override
    public String toString() {
        try {
            return Json.mapper().writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures are numbers and words", e);
        }
    }
}
