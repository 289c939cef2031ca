package id.ronda.kernel.list;

import java.util.Map;
import java.util.stream.Collectors;

/** The expression of each field of a grammar: never null, and what the field is both compared and sorted by. */
final class SqlFields {

    private final Map<String, ListField> fields;
    private final Map<String, String> expressions;

    SqlFields(ListGrammar grammar, Map<String, String> expressions) {
        this.fields = grammar.fields().stream().collect(Collectors.toUnmodifiableMap(ListField::name, field -> field));
        this.expressions = Map.copyOf(expressions);
        if (!fields.keySet().equals(expressions.keySet())) {
            throw new IllegalArgumentException("the fields are " + fields.keySet() + ", not " + expressions.keySet());
        }
    }

    String expression(String field) {
        String expression = expressions.get(field);
        if (expression == null) {
            throw new IllegalArgumentException("this list has no field " + field);
        }
        return expression;
    }

    ListField.Kind kind(String field) {
        ListField known = fields.get(field);
        if (known == null) {
            throw new IllegalArgumentException("this list has no field " + field);
        }
        return known.kind();
    }

    boolean isNumber(String field) {
        return switch (kind(field)) {
            case ID, TIME, FLAG -> true;
            case TEXT, CODE, LABELS, WORDS -> false;
        };
    }

    /** A bound value as the type of the field's expression. */
    String cast(String field, String value) {
        return "cast(" + value + " as " + (isNumber(field) ? "bigint" : "text") + ")";
    }
}
