package id.ronda.kernel.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says in SQL what a {@link ListQuery} asks. Each field has one expression that is never null and is what the field is both compared and
 * sorted by: {@link #text}, {@link #code}, {@link #id}, {@link #time} and {@link #flag} make it, so that one index serves both. What a
 * client gave is bound, never written into the statement.
 */
public final class ListSql {

    private final SqlFields fields;

    private ListSql(SqlFields fields) {
        this.fields = fields;
    }

    /**
     * The translation of a grammar.
     *
     * @param expressions by the names of the fields
     * @throws IllegalArgumentException if a field has none, or a name is that of no field
     */
    public static ListSql of(ListGrammar grammar, Map<String, String> expressions) {
        return new ListSql(new SqlFields(grammar, expressions));
    }

    /** A text column: in lower case, by code points; empty for none. */
    public static String text(String column) {
        return "(lower(coalesce(" + column + ", '')) collate \"C\")";
    }

    /** A column of codes; empty for none. */
    public static String code(String column) {
        return "(coalesce(" + column + ", '') collate \"C\")";
    }

    /** A column of ids of other things; 0 for none. */
    public static String id(String column) {
        return "coalesce(" + column + ", 0)";
    }

    /** A time column: microseconds since 1970, 0 for never. */
    public static String time(String column) {
        return "coalesce(cast(extract(epoch from " + column + ") * 1000000 as bigint), 0)";
    }

    /** A truth value: 1 or 0. */
    public static String flag(String condition) {
        return "(case when " + condition + " then 1 else 0 end)";
    }

    /**
     * The parts of a statement.
     *
     * @param keys columns to select beside the item's own, with a comma before each; {@link PlacedRow} reads them
     * @param where conditions joined by {@code and}; {@code true} where there is none
     * @param orderBy what follows {@code order by}
     * @param values what is bound; among them {@code limit}, one more than the page has
     */
    public record Parts(String keys, String where, String orderBy, Map<String, Object> values) {}

    /** What the query asks, as parts of a statement. */
    public Parts parts(ListQuery query) {
        Map<String, Object> values = new HashMap<>(Map.of("limit", query.limit() + 1));
        List<String> where = new ArrayList<>(List.of("true"));
        for (int i = 0; i < query.conditions().size(); i++) {
            where.add(new SqlCondition(fields, query.conditions().get(i)).text("c" + i + "_", values));
        }
        SqlOrder order = new SqlOrder(fields, query.sort());
        if (!query.after().isEmpty()) {
            where.add(order.behind(query.after(), values));
        }
        return new Parts(order.columns(), String.join(" and ", where), order.orderBy(), Map.copyOf(values));
    }
}
