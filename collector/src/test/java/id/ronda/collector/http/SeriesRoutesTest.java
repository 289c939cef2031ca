package id.ronda.collector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesRoutesTest {

    private static final String SERIES = "/api/v1/series";

    private static TestingApi api;

    @BeforeAll
    static void open() {
        var series = new FakeTimeSeries();
        api = new TestingApi(
                router -> new SeriesRoutes(series, series, () -> Instant.parse("2026-11-21T05:00:00Z")).mount(router));
    }

    @AfterAll
    static void close() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'',1 2 3",
        "?device=7,1 2",
        "?metric=if.in.octets,1 3",
        "?device=8&metric=if.in.octets,3",
        "?metric=temperature&metric=if.in.octets,1 2 3",
        "?device=9,''"
    })
    void list_isThoseOfADeviceAndOfAMetric(String query, String ids) {
        JsonNode items = api.get(SERIES + query).json().get("items");

        assertThat(String.join(" ", items.findValuesAsText("id"))).isEqualTo(ids);
    }

    @Test
    void list_writesASeries() {
        var reply = api.get(SERIES + "?limit=1");

        assertThat(reply.json().get("items").toString())
                .isEqualTo("[{\"id\":1,\"deviceId\":7,\"metric\":\"if.in.octets\",\"instance\":\"ether1\","
                        + "\"unit\":\"By/s\"}]");
        assertThat(api.get(SERIES + "?after=" + reply.json().get("next").textValue())
                        .json()
                        .get("items")
                        .findValuesAsText("id"))
                .containsExactly("2", "3");
        assertThat(api.get(SERIES, "Accept", "text/csv").text()).startsWith("id,deviceId,metric,instance,unit");
    }

    @Test
    void list_refusesADeviceThatIsNone() {
        assertThat(api.get(SERIES + "?device=x").json().at("/errors/0/field").textValue())
                .isEqualTo("device");
    }

    @Test
    void samples_areTheLastHourUnlessTheRequestSaysOtherwise() {
        JsonNode answer = api.get(SERIES + "/1/samples").json();

        assertThat(answer.get("points")).hasSize(60);
        assertThat(answer.at("/points/0").toString()).isEqualTo("[\"2026-11-21T04:00:00Z\",2.5]");
        assertThat(answer.get("unit").textValue()).isEqualTo("By/s");
        assertThat(answer.get("step").isNull()).isTrue();
        assertThat(answer.get("coverage").doubleValue()).isEqualTo(0.98);
        assertThat(answer.get("gaps").toString())
                .isEqualTo(
                        "[{\"from\":\"2026-11-21T04:00:00Z\",\"to\":\"2026-11-21T04:01:00Z\",\"reason\":\"timeout\"},"
                                + "{\"from\":\"2026-11-21T05:00:00Z\",\"to\":null,\"reason\":\"no-route\"}]");
    }

    @Test
    void samples_withAStepHaveMinAvgAndMax() {
        JsonNode answer = api.get(SERIES + "/1/samples?from=2026-11-21T00:00:00Z&to=2026-11-21T03:00:00Z&step=1h")
                .json();

        assertThat(answer.get("step").textValue()).isEqualTo("3600s");
        assertThat(answer.at("/points/2").toString()).isEqualTo("[\"2026-11-21T02:00:00Z\",1.5,2.5,3.5]");
    }

    @Test
    void tooManySamplesAre422NamingTheSmallestStep() {
        var reply = api.get(SERIES + "/1/samples?from=2026-11-01T00:00:00Z&to=2026-11-21T00:00:00Z");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/field").textValue()).isEqualTo("step");
        assertThat(reply.json().at("/errors/0/reason").textValue()).contains("173s");
    }

    @Test
    void tenThousandPointsAreOneAnswer() {
        var reply = api.get(SERIES + "/1/samples?from=2026-11-21T00:00:00Z&to=2026-11-21T02:46:40Z&step=1s");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("points")).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "0", "x", "99999999999"})
    void samplesOfNoSeriesAre404(String id) {
        assertThat(api.get(SERIES + "/" + id + "/samples").status()).isEqualTo(404);
    }
}
