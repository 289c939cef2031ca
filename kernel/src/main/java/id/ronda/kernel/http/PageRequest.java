package id.ronda.kernel.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which page of a list a request wants: {@code ?limit=} (default 100, at most 1000) and {@code &after=}. */
public sealed interface PageRequest {

    /** The limit of a request that names none. */
    int DEFAULT_LIMIT = 100;

    /** The largest limit. */
    int MAX_LIMIT = 1000;

    /**
     * A page that can be given.
     *
     * @param limit 1 to 1000
     * @param after the {@code next} of the page before, or null for the first page
     */
    record Wanted(int limit, @Nullable String after) implements PageRequest {}

    /** Parameters that make no page, with the problem to answer. */
    record Refused(Problem problem) implements PageRequest {}

    /** Reads the query of a request. */
    static PageRequest parse(RoutingContext ctx) {
        return parse(ctx.queryParams());
    }

    /** Reads query parameters. */
    static PageRequest parse(MultiMap query) {
        @Nullable String limit = query.get("limit");
        if (limit == null) {
            return new Wanted(DEFAULT_LIMIT, query.get("after"));
        }
        int number = limit.matches("[0-9]{1,9}") ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > MAX_LIMIT) {
            return new Refused(Problem.fields(List.of(new FieldError(
                    "limit",
                    "must be a whole number from 1 to " + MAX_LIMIT,
                    "harus bilangan bulat dari 1 sampai " + MAX_LIMIT))));
        }
        return new Wanted(number, query.get("after"));
    }
}
