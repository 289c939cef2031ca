package id.ronda.collector.profile;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The row itself tells what it measures.
 *
 * @param column the cell that tells, as in a {@link NameTemplate}'s braces
 * @param cases what is measured by the text of that cell; a key in slashes is a regular expression
 * @param otherwise for every other text, or null: the row is not read
 */
public record Kinds(
        String column,
        Map<String, Measurement> cases,
        @Nullable Measurement otherwise) {

    public Kinds {
        cases = Absent.map(cases);
    }

    /** What a row with that cell measures, or null if it is not read. */
    public @Nullable Measurement of(String cell) {
        var exact = cases.get(cell);
        if (exact != null) {
            return exact;
        }
        return cases.entrySet().stream()
                .filter(c -> c.getKey().startsWith("/") && found(c.getKey(), cell))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(otherwise);
    }

    private static boolean found(String key, String cell) {
        return java.util.regex.Pattern.compile(key.substring(1, key.length() - 1))
                .matcher(cell)
                .find();
    }
}
