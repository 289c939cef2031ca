package id.ronda.collector.profile;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition on another cell of the row; without it the row's object is not read.
 *
 * @param column as in a {@link NameTemplate}'s braces
 * @param is the texts of which the cell must hold one; empty: any
 * @param not the texts that it must not hold; a missing cell holds none of them
 * @param matches a pattern to be found in the cell, or null
 */
public record Condition(
        String column,
        Set<String> is,
        Set<String> not,
        @Nullable Pattern matches) {

    public Condition {
        is = Absent.set(is);
        not = Absent.set(not);
    }

    /** Whether a cell with that text ({@code ""} if there is none) lets the object be read. */
    public boolean holds(String cell) {
        return (is.isEmpty() || is.contains(cell))
                && !not.contains(cell)
                && (matches == null || matches.matcher(cell).find());
    }
}
