package id.ronda.kernel.list;

import id.ronda.kernel.list.ListQuery.SortKey;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The order of a query in SQL, and what lies behind a place in it. */
final class SqlOrder {

    private static final String KEY = "sort_key_";

    private final SqlFields fields;
    private final List<SortKey> sort;

    SqlOrder(SqlFields fields, List<SortKey> sort) {
        this.fields = fields;
        this.sort = sort;
    }

    /** The name of the column that holds the n-th key of a row. */
    static String column(int n) {
        return KEY + n;
    }

    /** The keys as columns, with a comma before each. */
    String columns() {
        return numbered(sort.size(), i -> ", cast(" + key(i) + " as text) as " + column(i), "");
    }

    String orderBy() {
        return numbered(sort.size(), i -> key(i) + (isDescending(i) ? " desc" : ""), ", ");
    }

    /** Rows behind a place: one comparison of rows where all keys go one way, as an index can follow, else key by key. */
    String behind(List<String> place, Map<String, Object> values) {
        IntStream.range(0, place.size()).forEach(i -> values.put("after" + i, place.get(i)));
        long descending = sort.stream().filter(SortKey::descending).count();
        if (descending > 0 && descending < sort.size()) {
            return "(" + numbered(sort.size(), i -> "(" + step(i) + ")", " or ") + ")";
        }
        return "(" + numbered(sort.size(), this::key, ", ") + ") " + (descending == 0 ? ">" : "<") + " ("
                + numbered(sort.size(), this::bound, ", ") + ")";
    }

    /** The keys before are equal and this one is further. */
    private String step(int last) {
        String equal = numbered(last, i -> key(i) + " = " + bound(i) + " and ", "");
        return equal + key(last) + (isDescending(last) ? " < " : " > ") + bound(last);
    }

    private String key(int i) {
        return fields.expression(sort.get(i).field());
    }

    private boolean isDescending(int i) {
        return sort.get(i).descending();
    }

    private String bound(int i) {
        return fields.cast(sort.get(i).field(), ":after" + i);
    }

    private static String numbered(int count, IntFunction<String> each, String between) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(between));
    }
}
