package id.ronda.kernel.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.PageRequest;
import id.ronda.kernel.list.ListQuery.Condition;
import id.ronda.kernel.list.ListQuery.SortKey;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListGrammarTest {

    private static final ListGrammar GRAMMAR = ListGrammar.of(
            ListField.text("name"),
            ListField.text("vendor").orNone(),
            ListField.code("status"),
            ListField.id("device"),
            ListField.time("seenAt").orNone(),
            ListField.flag("enabled"),
            ListField.labels("tag"));

    private final List<FieldError> errors = new ArrayList<>();

    private Optional<ListQuery> parse(String query, @Nullable String after) {
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            parameters.add(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return GRAMMAR.parse(parameters, new PageRequest.Wanted(10, after), errors);
    }

    @Test
    void every_kind_of_condition_is_read() {
        assertThat(parse(
                                "limit=10&name__contains=opd&vendor=A&vendor=B&status=up&device=7&enabled=true"
                                        + "&seenAt__gte=2026-11-21T11:00:00 07:00&seenAt__empty=false&tag=core",
                                null)
                        .orElseThrow()
                        .conditions())
                .containsExactlyInAnyOrder(
                        new Condition("name", Comparison.CONTAINS, List.of("opd")),
                        new Condition("vendor", Comparison.IS, List.of("A", "B")),
                        new Condition("status", Comparison.IS, List.of("up")),
                        new Condition("device", Comparison.IS, List.of(7L)),
                        new Condition("enabled", Comparison.IS, List.of(true)),
                        new Condition("seenAt", Comparison.FROM, List.of(Instant.parse("2026-11-21T04:00:00Z"))),
                        new Condition("seenAt", Comparison.EMPTY, List.of(false)),
                        new Condition("tag", Comparison.IS, List.of("core")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour=red          | colour        | is not known here
            status__contains=u  | status__contains | is not known here
            name__empty=true    | name__empty   | is not known here
            name__like=x        | name__like    | is not known here
            device=x            | device        | must be an id
            device=-1           | device        | must be an id
            enabled=yes         | enabled       | must be true or false
            name=               | name          | must be a text of 1 to 255 characters
            seenAt__lt=soon     | seenAt__lt    | must be a time like 2026-11-21T04:00:00Z (RFC 3339) in the years 1970 to 9999
            seenAt__lt=1969-12-31T23:59:59Z | seenAt__lt | must be a time like 2026-11-21T04:00:00Z (RFC 3339) in the years 1970 to 9999
            vendor__empty=1     | vendor__empty | must be true or false
            """)
    void what_is_no_condition_is_refused_by_name(String query, String field, String reason) {
        assertThat(parse(query, null)).isEmpty();
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.reason()).isEqualTo(reason);
            assertThat(error.reasons().id()).isNotEqualTo(reason).isNotBlank();
        });
    }

    @Test
    void a_nul_is_no_text() {
        assertThat(parse("name=a\0b", null)).isEmpty();
    }

    @Test
    void an_order_ends_with_the_id_in_the_direction_of_the_key_before() {
        assertThat(parse("", null).orElseThrow().sort()).containsExactly(new SortKey("id", false));
        assertThat(parse("sort=name,-seenAt", null).orElseThrow().sort())
                .containsExactly(new SortKey("name", false), new SortKey("seenAt", true), new SortKey("id", true));
        assertThat(parse("sort=-id,name", null).orElseThrow().sort()).containsExactly(new SortKey("id", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"colour", "tag", "name,name", "name,", "--name", "-", " name", "name,status,device,seenAt,vendor"
            })
    void what_is_no_order_is_refused(String sort) {
        assertThat(parse("sort=" + sort, null)).isEmpty();
        assertThat(errors).extracting(FieldError::field).containsExactly("sort");
        assertThat(errors.getFirst().reason()).contains("name, vendor, status, device, seenAt, enabled");
    }

    @Test
    void a_place_is_read() {
        assertThat(parse("sort=name", SortPlace.write(List.of("a,\"b", "7")))
                        .orElseThrow()
                        .after())
                .containsExactly("a,\"b", "7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "[]",
                "[\"a\"]",
                "[\"a\",\"b\"]",
                "[\"a\",null]",
                "{}",
                "[\"a\",\"7\",\"8\"]",
                "[\"\\u0000\",\"7\"]"
            })
    void a_place_of_another_order_is_refused(String after) {
        assertThat(parse("sort=name", after)).isEmpty();
        assertThat(errors).extracting(FieldError::field).containsExactly("after");
    }

    @Test
    void parameters_are_those_that_the_fields_allow() {
        assertThat(GRAMMAR.parameters())
                .containsExactly(
                        "id",
                        "name",
                        "name__contains",
                        "vendor",
                        "vendor__contains",
                        "vendor__empty",
                        "status",
                        "device",
                        "seenAt__gte",
                        "seenAt__lt",
                        "seenAt__empty",
                        "enabled",
                        "tag");
    }

    @Test
    void a_query_with_a_wrong_place_is_a_mistake() {
        assertThatThrownBy(() -> new ListQuery(List.of(), List.of(new SortKey("id", false)), List.of("1", "2"), 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
