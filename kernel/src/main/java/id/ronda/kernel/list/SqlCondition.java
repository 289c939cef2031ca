package id.ronda.kernel.list;

import id.ronda.kernel.list.ListQuery.Condition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One condition of a query in SQL: what a client gave is bound, never written into the statement. */
final class SqlCondition {

    private final SqlFields fields;
    private final Condition condition;

    SqlCondition(SqlFields fields, Condition condition) {
        this.fields = fields;
        this.condition = condition;
    }

    /**
     * The condition; its values are bound to names that begin so.
     *
     * @param values takes them
     */
    String text(String prefix, Map<String, Object> values) {
        List<String> choices = new ArrayList<>();
        for (int i = 0; i < condition.values().size(); i++) {
            choices.add(comparison(":" + prefix + i));
            values.put(prefix + i, bound(condition.values().get(i)));
        }
        return "(" + String.join(" or ", choices) + ")";
    }

    private String comparison(String value) {
        String own = fields.expression(condition.field());
        return switch (condition.comparison()) {
            case IS -> equal(own, value);
            case CONTAINS -> within(own, value);
            case FROM -> own + " >= " + value;
            case BEFORE -> "(" + own + " < " + value + " and " + own + " <> 0)";
            case EMPTY -> "(" + own + " = " + (fields.isNumber(condition.field()) ? "0" : "''") + ") = " + value;
        };
    }

    /** In lower case by the database, whose idea of it made the other side too. */
    private static String within(String own, String value) {
        return own + " like lower(cast(" + value + " as text))";
    }

    private String equal(String own, String value) {
        String cast = fields.cast(condition.field(), value);
        return switch (fields.kind(condition.field())) {
            case LABELS -> own + " @> array[" + cast + "]";
            case WORDS -> within(own, value);
            case TEXT -> own + " = lower(" + cast + ")";
            case CODE, ID, TIME, FLAG -> own + " = " + cast;
        };
    }

    private Object bound(Object value) {
        return switch (value) {
            case Instant time -> ChronoUnit.MICROS.between(Instant.EPOCH, time);
            case Boolean truth when condition.comparison() == Comparison.IS -> truth ? 1L : 0L;
            case String text when isPart() -> "%" + literal(text) + "%";
            default -> value;
        };
    }

    private boolean isPart() {
        return condition.comparison() == Comparison.CONTAINS || fields.kind(condition.field()) == ListField.Kind.WORDS;
    }

    /** A text stands for itself: {@code _} and {@code %} are not wild. */
    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
