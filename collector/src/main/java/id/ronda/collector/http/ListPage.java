package id.ronda.collector.http;

import id.ronda.kernel.Page;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.PageRequest;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads which page a request wants, and cuts pages out of lists that are whole in memory. */
final class ListPage {

    private static final String GRAMMAR = "[0-9]{1,18}";

    private ListPage() {}

    /** Goes on with the page, or answers 422. */
    static void wanted(RoutingContext ctx, Consumer<PageRequest.Wanted> next) {
        switch (PageRequest.parse(ctx)) {
            case PageRequest.Refused refused -> Problems.send(ctx, refused.problem());
            case PageRequest.Wanted wanted -> next.accept(wanted);
        }
    }

    /** The same for a list that goes by numbers; it begins after 0. */
    static void wantedById(RoutingContext ctx, BiConsumer<Long, Integer> next) {
        wanted(ctx, page -> {
            String after = page.after() == null ? "0" : page.after();
            if (after.matches(GRAMMAR)) {
                next.accept(Long.parseLong(after), page.limit());
            } else {
                Problems.send(
                        ctx,
                        Problem.fields(List.of(new FieldError("after", "must be the \"next\" of the page before"))));
            }
        });
    }

    /** Cuts the page out: what stands behind the item whose key is {@code after}. */
    static <T> Page<T> cut(List<T> all, @Nullable String after, int limit, Function<? super T, String> key) {
        int from = after == null ? 0 : keys(all, key).indexOf(after) + 1;
        List<T> rest = all.subList(from, Math.min(all.size(), from + limit + 1));
        return Page.of(rest, limit, key);
    }

    private static <T> List<String> keys(List<T> all, Function<? super T, String> key) {
        return all.stream().<String>map(key).toList();
    }
}
