package id.ronda.kernel.http;

import id.ronda.kernel.Wording;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which page of a list a request wants: {@code ?limit=} (default 100, at most 1000) and {@code &after=}. */
public sealed interface PageRequest {

    /** The limit of a request that names none. */
    int DEFAULT_LIMIT = 100;

    /** The largest limit. */
    int MAX_LIMIT = 1000;

    /** The reason of an {@code after} that is none of this list. */
    Wording NO_NEXT = new Wording(
            "must be the \"next\" of a page of this list in this order",
            "harus \"next\" dari halaman daftar ini dalam urutan ini");

    /**
     * A page that can be given.
     *
     * @param limit 1 to 1000
     * @param after the key of the last item of the page before, or null for the first page
     */
    record Wanted(int limit, @Nullable String after) implements PageRequest {}

    /** Parameters that make no page, with the problem to answer. */
    record Refused(Problem problem) implements PageRequest {}

    /** Reads the query of a request. */
    static PageRequest parse(RoutingContext ctx) {
        List<FieldError> errors = new ArrayList<>();
        int limit = limit(ctx.queryParams(), errors);
        String after = after(ctx, errors);
        return errors.isEmpty() ? new Wanted(limit, after) : new Refused(Problem.fields(errors));
    }

    private static int limit(MultiMap query, List<FieldError> errors) {
        @Nullable String limit = query.get("limit");
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        int number = limit.matches("[0-9]{1,9}") ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > MAX_LIMIT) {
            errors.add(new FieldError(
                    "limit",
                    "must be a whole number from 1 to " + MAX_LIMIT,
                    "harus bilangan bulat dari 1 sampai " + MAX_LIMIT));
        }
        return number;
    }

    private static @Nullable String after(RoutingContext ctx, List<FieldError> errors) {
        @Nullable String after = ctx.queryParams().get("after");
        if (after == null) {
            return null;
        }
        Optional<String> key = Cursor.read(ctx, after);
        if (key.isEmpty()) {
            errors.add(new FieldError("after", NO_NEXT));
        }
        return key.orElse(null);
    }
}
