package id.ronda.collector.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How a row is called: text with places in braces.
 *
 * <p><code>{3}</code> is column 3 of the same table, <code>{1.3.6.1.2.1.47.1.1.1.1.7}</code> a column of another table with the same
 * index, <code>{1.3.6.1.2.1.47.1.1.1.1.7@1}</code> the same where only the first part of the index counts, <code>{index}</code> the index and
 * <code>{index.2}</code> its second part, <code>…@0</code> a scalar (a unit that is told once for the whole device), <code>{position}</code>
 * the row's number in the order of the indexes, from 1: for indexes that are large and mean nothing.
 */
public record NameTemplate(@JsonValue String text) {
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NameTemplate {}

    /** What stands in the braces, in order. */
    public Set<String> places() {
        var places = new LinkedHashSet<String>();
        PLACE.matcher(text).results().forEach(r -> places.add(r.group(1)));
        return places;
    }

    /** The text with each place filled; a place without a value makes the whole name blank unless it has text of its own. */
    public String fill(Function<String, String> valueOf) {
        boolean anything = places().isEmpty()
                || places().stream().anyMatch(place -> !valueOf.apply(place).isBlank());
        return anything
                ? PLACE.matcher(text)
                        .replaceAll(place -> quoted(place, valueOf))
                        .strip()
                : "";
    }

    private static String quoted(MatchResult place, Function<String, String> valueOf) {
        return java.util.regex.Matcher.quoteReplacement(
                valueOf.apply(place.group(1)).strip());
    }
}
