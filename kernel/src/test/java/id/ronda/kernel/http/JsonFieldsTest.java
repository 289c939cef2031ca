package id.ronda.kernel.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonFieldsTest {

    record Device(
            String address,
            int port,
            @Nullable Double weight,
            boolean active,
            List<String> tags,
            @Nullable Instant since,
            @Nullable String community,
            List<String> neighbours) {}

    private static JsonFields.Builder<Device> device(JsonFields fields) {
        String address = fields.text("address");
        int port = fields.integerOr("port", 1, 65_535, 161);
        Double weight = fields.optionalNumber("weight");
        boolean active = fields.booleanOr("active", true);
        List<String> tags = fields.texts("tags");
        Instant since = fields.optionalTime("since");
        JsonFields snmp = fields.object("snmp");
        String community = snmp == null ? null : snmp.text("community");
        List<String> neighbours = fields.objects("neighbours").stream()
                .map(each -> each.text("name"))
                .toList();
        return () -> new Device(address, port, weight, active, tags, since, community, neighbours);
    }

    private static JsonBody<Device> read(String json) {
        return JsonFields.read(json.getBytes(UTF_8), JsonFieldsTest::device);
    }

    private static List<FieldError> errors(String json) {
        return switch (read(json)) {
            case JsonBody.Read<Device> device -> List.of();
            case JsonBody.Refused<Device> refused -> refused.problem().errors();
        };
    }

    @Test
    void every_kind_of_field_is_read() {
        assertThat(read("""
                        {"address": "127.0.1.5", "port": 11161, "weight": 2.5, "active": false, "tags": ["a", "b"],
                         "since": "2026-11-21T04:00:00Z", "snmp": {"community": "public"},
                         "neighbours": [{"name": "x"}, {"name": "y"}]}
                        """))
                .isEqualTo(new JsonBody.Read<>(new Device(
                        "127.0.1.5",
                        11161,
                        2.5,
                        false,
                        List.of("a", "b"),
                        Instant.parse("2026-11-21T04:00:00Z"),
                        "public",
                        List.of("x", "y"))));
    }

    @Test
    void absent_and_null_fields_take_their_defaults() {
        JsonBody<Device> expected =
                new JsonBody.Read<>(new Device("a", 161, null, true, List.of(), null, null, List.of()));

        assertThat(read("{\"address\": \"a\"}")).isEqualTo(expected);
        assertThat(read("{\"address\": \"a\", \"port\": null, \"snmp\": null, \"tags\": null}"))
                .isEqualTo(expected);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(errors("""
                        {"port": 70000, "weight": "heavy", "active": 1, "tags": ["a", 2], "since": "yesterday",
                         "snmp": {"community": 5, "comunity": "x"}, "neighbours": [{}, 3], "colour/~": "red"}
                        """))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "/address",
                        "/port",
                        "/weight",
                        "/active",
                        "/tags",
                        "/since",
                        "/snmp/community",
                        "/snmp/comunity",
                        "/neighbours/0/name",
                        "/neighbours/1",
                        "/colour~1~0");
    }

    @Test
    void reasons_say_what_would_be_right() {
        assertThat(errors("{\"address\": \"a\", \"port\": 1.5, \"comunity\": 1}"))
                .contains(new FieldError(
                        "/port", "must be a whole number from 1 to 65535", "harus bilangan bulat dari 1 sampai 65535"))
                .anySatisfy(error -> assertThat(error.reason()).contains("known are active, address"));
    }

    @Test
    void builder_may_refuse_the_whole() {
        JsonBody<String> body = JsonFields.read("{}".getBytes(UTF_8), fields -> () -> {
            throw new IllegalArgumentException("needs one of two");
        });

        assertThat(body)
                .isInstanceOfSatisfying(
                        JsonBody.Refused.class,
                        refused -> assertThat(refused.problem().errors())
                                .containsExactly(new FieldError(
                                        "", "needs one of two", "ditolak secara keseluruhan: needs one of two")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "3", "{", "{\"address\": \"a\", \"address\": \"b\"}", "{} {}", "\"text\""})
    void what_is_no_object_is_unreadable(String body) {
        assertThat(read(body)).isInstanceOfSatisfying(JsonBody.Refused.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(400);
            assertThat(refused.problem().detail()).isNotBlank();
        });
    }
}
