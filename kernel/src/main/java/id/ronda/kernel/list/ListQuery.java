package id.ronda.kernel.list;

import java.util.List;

/**
 * Which items of a list are wanted, in which order, and which page of them.
 *
 * @param conditions all of them must hold
 * @param sort the order; its last key has no two items alike
 * @param after the sort keys of the last item of the page before, as {@link ListSql} reads them; empty: the first page
 * @param limit the most items, 1 to 1000
 */
public record ListQuery(List<Condition> conditions, List<SortKey> sort, List<String> after, int limit) {

    public ListQuery {
        conditions = List.copyOf(conditions);
        sort = List.copyOf(sort);
        after = List.copyOf(after);
        if (!after.isEmpty() && after.size() != sort.size()) {
            throw new IllegalArgumentException("a place has " + sort.size() + " keys, not " + after.size());
        }
    }

    /**
     * One condition.
     *
     * @param values texts, {@link Long}s, {@link java.time.Instant}s or {@link Boolean}s by the kind of the field; one of them must fit
     */
    public record Condition(String field, Comparison comparison, List<Object> values) {
        public Condition {
            values = List.copyOf(values);
        }
    }

    /** One key of an order. */
    public record SortKey(String field, boolean descending) {}
}
