package id.ronda.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list in the grammar of the API: {@code {"items": […], "next": "…" or null}}.
 *
 * @param items the page's items in the list's stable order
 * @param next what to give as {@code after} to get the page behind this one, or null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** The same page of what becomes of its items. */
    public <R> Page<R> map(Function<? super T, ? extends R> become) {
        return new Page<>(items.stream().<R>map(become).toList(), next);
    }

    /**
     * Cuts a page out of a query that asked for one row more than the limit.
     *
     * @param rows at most {@code limit + 1} rows
     * @param key gives the stable key of a row, which the next request sends as {@code after}
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<? super T, String> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, key.apply(items.getLast()));
    }
}
