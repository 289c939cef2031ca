package id.ronda.collector.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.collector.reading.Interval;

/** A raw number, or a range written {@code "a..b"}, by which a device says that it has no value. */
public record Sentinel(@JsonValue String text) {

    /** Refuses what is neither a number nor a range. */
    public Sentinel {
        parse(text);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Sentinel of(JsonNode written) {
        return new Sentinel(written.asText());
    }

    Interval interval() {
        return parse(text);
    }

    private static Interval parse(String text) {
        int dots = text.indexOf("..");
        return dots < 0
                ? new Interval(Double.parseDouble(text), Double.parseDouble(text))
                : new Interval(
                        Double.parseDouble(text.substring(0, dots)), Double.parseDouble(text.substring(dots + 2)));
    }
}
