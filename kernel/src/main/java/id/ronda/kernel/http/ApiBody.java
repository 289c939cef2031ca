package id.ronda.kernel.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as the API describes it.
 *
 * @param types the media types that it may have; none: a body is not looked at
 * @param rows whether the elements of a list are judged one by one ({@code x-rows}), see {@link BodyRows}
 * @param rule what JSON is held to
 */
record ApiBody(List<String> types, boolean required, boolean rows, ApiSchemas.@Nullable Rule rule) {

    static final String JSON = "application/json";

    /** Where none is described. */
    static final ApiBody ANY = new ApiBody(List.of(), false, false, null);

    ApiBody {
        types = List.copyOf(types);
    }

    /** What became of looking at a body. */
    sealed interface Judged {
        /** The fields that are wrong, possibly none. */
        record Fields(List<FieldError> errors) implements Judged {}

        /** It cannot be read at all. */
        record Refused(Problem problem) implements Judged {}
    }

    Judged judge(RoutingContext ctx) {
        boolean absent = !required && ctx.body().length() <= 0;
        if (types.isEmpty() || absent) {
            return new Judged.Fields(List.of());
        }
        String type = mediaType(ctx);
        if (!types.contains(type)) {
            return new Judged.Refused(Problem.of(
                    415,
                    "media-type",
                    "The body has a media type that is not taken here.",
                    "Send " + String.join(" or ", types) + "."));
        }
        return rule != null && type.equals(JSON) ? judgeJson(ctx, rule) : new Judged.Fields(List.of());
    }

    private Judged judgeJson(RoutingContext ctx, ApiSchemas.Rule rule) {
        return switch (JsonTree.of(ctx)) {
            case JsonTree.Refused refused -> new Judged.Refused(refused.problem());
            case JsonTree.Read read -> new Judged.Fields(whole(ctx, read.tree(), rule.errors(read.tree())));
        };
    }

    /** The errors that are about more than a row; the others are kept for who carries the rows out. */
    private List<FieldError> whole(RoutingContext ctx, JsonNode tree, List<FieldError> errors) {
        if (!rows || !tree.isArray()) {
            return errors;
        }
        List<FieldError> whole = new ArrayList<>(errors);
        whole.removeIf(error -> !error.field().isEmpty());
        BodyRows.keep(ctx, tree, errors);
        return whole;
    }

    private static String mediaType(RoutingContext ctx) {
        String header = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
