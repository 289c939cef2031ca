package id.ronda.kernel.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A body that is a list of objects, each of which may be right or wrong by itself. */
public final class BodyRows {

    private BodyRows() {}

    /**
     * One element of the list.
     *
     * @param row its place, from 0
     * @param form empty if it is no object
     * @param errors what the description of the API has against it, by pointers into the row
     */
    public record Row(int row, ObjectNode form, List<FieldError> errors) {

        public Row {
            errors = List.copyOf(errors);
        }

        /** Without the form: it may hold secrets. */
        @Override
        public String toString() {
            return "row " + row + (errors.isEmpty() ? "" : " " + errors);
        }
    }

    /** The rows of that request, or nothing if its body is no list. */
    public static Optional<List<Row>> of(RoutingContext ctx) {
        List<Row> kept = ctx.get(BodyRows.class.getName());
        return kept == null && JsonTree.of(ctx) instanceof JsonTree.Read(JsonNode tree) && tree.isArray()
                ? Optional.of(rows(tree, List.of()))
                : Optional.ofNullable(kept);
    }

    static void keep(RoutingContext ctx, JsonNode list, List<FieldError> errors) {
        ctx.put(BodyRows.class.getName(), rows(list, errors));
    }

    private static List<Row> rows(JsonNode list, List<FieldError> errors) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            ObjectNode form = list.get(i) instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
            rows.add(new Row(i, form, of(i, errors)));
        }
        return List.copyOf(rows);
    }

    private static List<FieldError> of(int row, List<FieldError> errors) {
        String place = "/" + row;
        return errors.stream()
                .filter(error -> error.field().equals(place) || error.field().startsWith(place + "/"))
                .map(error -> error.at(error.field().substring(place.length())))
                .toList();
    }
}
