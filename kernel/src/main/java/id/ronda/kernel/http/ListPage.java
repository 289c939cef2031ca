package id.ronda.kernel.http;

import id.ronda.kernel.Page;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads which page a request wants, and cuts pages out of lists that are whole in memory. */
public final class ListPage {

    private static final String GRAMMAR = "[0-9]{1,18}";

    private static final List<FieldError> NO_NEXT = List.of(new FieldError("after", PageRequest.NO_NEXT));

    private static final List<FieldError> NO_FORM = List.of(
            new FieldError(Representation.PARAMETER, "must be json, csv or xlsx", "harus json, csv, atau xlsx"));

    private ListPage() {}

    /** Goes on with the page, or answers 422. For a file of the whole list it goes on again with every page behind. */
    public static void wanted(RoutingContext ctx, Consumer<PageRequest.Wanted> next) {
        switch (PageRequest.parse(ctx)) {
            case PageRequest.Refused refused -> Problems.send(ctx, refused.problem());
            case PageRequest.Wanted wanted ->
                Representation.of(ctx)
                        .ifPresentOrElse(
                                form -> begin(ctx, form, wanted, next),
                                () -> Problems.send(ctx, Problem.fields(NO_FORM)));
        }
    }

    private static void begin(
            RoutingContext ctx, Representation form, PageRequest.Wanted wanted, Consumer<PageRequest.Wanted> next) {
        if (form == Representation.JSON) {
            next.accept(wanted);
        } else {
            ListExport.begin(ctx, form, wanted, next);
        }
    }

    /** The same for a list that goes by numbers; it begins after 0. */
    public static void wantedById(RoutingContext ctx, BiConsumer<Long, Integer> next) {
        wanted(ctx, page -> {
            String after = page.after() == null ? "0" : page.after();
            if (after.matches(GRAMMAR)) {
                next.accept(Long.parseLong(after), page.limit());
            } else {
                Problems.send(ctx, Problem.fields(NO_NEXT));
            }
        });
    }

    /**
     * The order of a list that is whole in memory.
     *
     * @param key no two items have the same
     * @param read a key out of its text; empty if it is none
     */
    public record Order<T, K extends Comparable<K>>(Function<T, K> key, Function<String, Optional<K>> read) {

        /** An order by numbers. */
        public static <T> Order<T, Long> byNumber(Function<T, Long> key) {
            return new Order<>(key, text -> text.matches(GRAMMAR) ? Optional.of(Long.valueOf(text)) : Optional.empty());
        }

        /** An order by texts. */
        public static <T> Order<T, String> byText(Function<T, String> key) {
            return new Order<>(key, Optional::of);
        }

        /**
         * Cuts the page out: the items with greater keys than {@code after}. The item itself may be gone by now.
         *
         * @return empty if {@code after} is no key of this list
         */
        public Optional<Page<T>> cut(List<T> all, @Nullable String after, int limit) {
            return after == null
                    ? Optional.of(page(all, item -> true, limit))
                    : read.apply(after)
                            .map(last -> page(all, item -> key.apply(item).compareTo(last) > 0, limit));
        }

        private Page<T> page(List<T> all, Predicate<T> wanted, int limit) {
            List<T> rows = all.stream()
                    .filter(wanted)
                    .sorted(Comparator.comparing(key))
                    .limit(limit + 1L)
                    .toList();
            return Page.of(rows, limit, item -> key.apply(item).toString());
        }
    }

    /** Answers the page of a list that is whole in memory, or 422. */
    public static <T> void answer(
            RoutingContext ctx, List<T> all, PageRequest.Wanted wanted, Order<T, ?> order, List<Column<T>> columns) {
        order.cut(all, wanted.after(), wanted.limit())
                .ifPresentOrElse(
                        page -> Answers.page(ctx, page, columns), () -> Problems.send(ctx, Problem.fields(NO_NEXT)));
    }
}
