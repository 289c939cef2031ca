package id.ronda.kernel.list;

import id.ronda.kernel.Wording;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.ListPage;
import id.ronda.kernel.http.PageRequest;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.list.ListQuery.Condition;
import id.ronda.kernel.list.ListQuery.SortKey;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one list by which it may be filtered and sorted: {@code ?vendor=MikroTik&name__contains=opd&sort=name,-lastAnswerAt}.
 * Several conditions must hold together; of one condition given several times one must. What ends an order is the id.
 */
public final class ListGrammar {

    /** The field in whose order a list stands that is asked for without one. */
    public static final String ID = "id";

    private static final int MOST_KEYS = 4;
    private static final Set<String> OF_PAGES = Set.of("limit", "after", "sort", "format");
    private static final Wording UNKNOWN = new Wording("is not known here", "tidak dikenal di sini");

    private final List<ListField> fields;

    private ListGrammar(List<ListField> fields) {
        this.fields = List.copyOf(fields);
    }

    /** A grammar of these fields and the id. */
    public static ListGrammar of(ListField... fields) {
        List<ListField> all = new ArrayList<>(List.of(ListField.id(ID)));
        all.addAll(Arrays.asList(fields));
        return new ListGrammar(all);
    }

    /** Goes on with what the request asks of the list, or answers 422. */
    public void with(RoutingContext ctx, Consumer<ListQuery> next) {
        ListPage.wanted(ctx, page -> {
            List<FieldError> errors = new ArrayList<>();
            parse(ctx.queryParams(), page, errors)
                    .ifPresentOrElse(next, () -> Problems.send(ctx, Problem.fields(errors)));
        });
    }

    /** The question that the parameters make, or nothing and what is wrong with them. */
    Optional<ListQuery> parse(MultiMap parameters, PageRequest.Wanted page, List<FieldError> errors) {
        List<Condition> conditions = new ArrayList<>();
        parameters.names().stream()
                .filter(name -> !OF_PAGES.contains(name))
                .forEach(
                        name -> condition(name, parameters.getAll(name), errors).ifPresent(conditions::add));
        List<SortKey> sort = sort(parameters.get("sort"), errors);
        List<String> after = page.after() == null ? List.of() : SortPlace.read(page.after());
        if (page.after() != null && !fits(after, sort)) {
            errors.add(new FieldError("after", PageRequest.NO_NEXT));
        }
        return errors.isEmpty() ? Optional.of(new ListQuery(conditions, sort, after, page.limit())) : Optional.empty();
    }

    private Optional<Condition> condition(String parameter, List<String> given, List<FieldError> errors) {
        int suffix = parameter.indexOf("__");
        String name = suffix < 0 ? parameter : parameter.substring(0, suffix);
        Optional<ListField> field = field(name);
        Optional<Comparison> comparison = Comparison.ofSuffix(suffix < 0 ? "" : parameter.substring(suffix))
                .filter(each -> field.isPresent() && field.get().comparisons().contains(each));
        if (field.isEmpty() || comparison.isEmpty()) {
            errors.add(new FieldError(parameter, UNKNOWN));
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        given.forEach(text -> FieldValue.parse(field.get(), comparison.get(), text)
                .ifPresentOrElse(
                        values::add,
                        () -> errors.add(
                                new FieldError(parameter, FieldValue.reasons(field.get(), comparison.get())))));
        return Optional.of(new Condition(name, comparison.get(), values));
    }

    private List<SortKey> sort(@Nullable String text, List<FieldError> errors) {
        List<SortKey> keys = new ArrayList<>();
        for (String word : text == null || text.isEmpty() ? new String[0] : text.split(",", -1)) {
            boolean descending = word.startsWith("-");
            String name = descending ? word.substring(1) : word;
            if (field(name).filter(ListField::isSortable).isEmpty()) {
                errors.add(new FieldError("sort", reasons()));
                return List.of();
            }
            keys.add(new SortKey(name, descending));
        }
        Set<String> names = keys.stream().map(SortKey::field).collect(Collectors.toCollection(LinkedHashSet::new));
        if (names.size() < keys.size() || keys.size() > MOST_KEYS) {
            errors.add(new FieldError("sort", reasons()));
        }
        return total(keys);
    }

    /** Ends the order with the id, in the direction of the key before it, so that one index can serve both. */
    private static List<SortKey> total(List<SortKey> keys) {
        List<SortKey> total = new ArrayList<>();
        for (SortKey key : keys) {
            total.add(key);
            if (key.field().equals(ID)) {
                return total;
            }
        }
        total.add(new SortKey(ID, !keys.isEmpty() && keys.getLast().descending()));
        return total;
    }

    private Wording reasons() {
        String names = fields.stream()
                .filter(ListField::isSortable)
                .map(ListField::name)
                .collect(Collectors.joining(", "));
        return new Wording(
                "must be at most " + MOST_KEYS + " of " + names + ", each once, with - before those that descend",
                "paling banyak " + MOST_KEYS + " dari " + names
                        + ", masing-masing sekali, dengan - di depan yang menurun");
    }

    private boolean fits(List<String> after, List<SortKey> sort) {
        boolean fits = after.size() == sort.size();
        for (int i = 0; fits && i < sort.size(); i++) {
            String key = after.get(i);
            fits = field(sort.get(i).field())
                    .map(field -> SortPlace.fits(field.kind(), key))
                    .orElse(false);
        }
        return fits;
    }

    private Optional<ListField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** All fields, the id first. */
    public List<ListField> fields() {
        return fields;
    }

    /** The names of all parameters that make conditions. */
    public Set<String> parameters() {
        return fields.stream()
                .flatMap(field -> field.comparisons().stream().map(each -> each.parameter(field.name())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
