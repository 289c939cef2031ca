package id.ronda.collector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.collector.SeriesList;
import id.ronda.collector.device.DeviceList;
import id.ronda.collector.device.TestingDevices;
import id.ronda.kernel.list.ListGrammar;
import id.ronda.testkit.ListParameters;
import id.ronda.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceListRouteTest {

    private static final String DEVICES = "/api/v1/devices";

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private TestingApi api;

    @BeforeEach
    void open() {
        api = new TestingApi(TestingApi.routes(new TestingDevices(POSTGRES)));
        api.postCsv(DEVICES, """
                address,name,community,unit,location,tags,interval
                127.0.1.1,Rtr OPD,c,Bappeda,Rak 1,inti;a,30s
                127.0.1.2,ups,c,RSUD,,a,30s
                127.0.1.3,rtr opd,c,,Rak 2,,30s
                """);
    }

    @AfterEach
    void close() {
        api.close();
    }

    private List<String> addresses(String query) {
        return api.get(DEVICES + query).json().get("items").findValuesAsText("address");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?name=rtr%20opd                   | 127.0.1.1 127.0.1.3
            ?name__contains=OPD&unit=bappeda  | 127.0.1.1
            ?unit=Bappeda&unit=RSUD&sort=-id  | 127.0.1.2 127.0.1.1
            ?unit__empty=true                 | 127.0.1.3
            ?tag=a&sort=-name                 | 127.0.1.2 127.0.1.1
            ?tag=inti&tag=b                   | 127.0.1.1
            ?location__contains=rak&sort=name,-location | 127.0.1.3 127.0.1.1
            ?status=discovering&class=unknown&enabled=true&lastAnswerAt__empty=true&limit=1 | 127.0.1.1
            ?status=up                        | ''
            ?lastAnswerAt__lt=2030-01-01T00:00:00Z | ''
            ?vendor__empty=false              | ''
            """)
    void filtersAndSorts(String query, String addresses) {
        assertThat(String.join(" ", addresses(query))).isEqualTo(addresses);
    }

    @ParameterizedTest
    @CsvSource({
        "?colour=red,colour",
        "?status=asleep,status",
        "?lastAnswerAt__lt=soon,lastAnswerAt__lt",
        "?enabled=maybe,enabled",
        "?unit=,unit",
        "?sort=tag,sort",
        "?sort=name&sort=unit,sort",
        "?name=%00,name",
        "?after=7,after",
        "?atomic=true,atomic"
    })
    void whatTheGrammarHasNotIsRefusedByName(String query, String field) {
        var reply = api.get(DEVICES + query);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errors").findValuesAsText("field")).containsOnly(field);
    }

    @Test
    void goesFromPageToPageInEveryOrder() {
        List<String> found = new ArrayList<>();
        JsonNode next = null;
        do {
            JsonNode page = api.get(
                            DEVICES + "?sort=name,-unit&limit=1" + (next == null ? "" : "&after=" + next.textValue()))
                    .json();
            found.addAll(page.get("items").findValuesAsText("address"));
            next = page.get("next");
        } while (!next.isNull());

        assertThat(found).containsExactly("127.0.1.1", "127.0.1.3", "127.0.1.2");
        String after =
                api.get(DEVICES + "?sort=name&limit=1").json().get("next").textValue();
        assertThat(api.get(DEVICES + "?sort=-name&after=" + after).status()).isEqualTo(422);
        assertThat(api.get("/api/v1/series?after=" + after).status()).isEqualTo(422);
    }

    @Test
    void everyParameterIsDescribed_andNothingElse() {
        assertThat(ListParameters.described(TestingApi.API.tree(), DEVICES))
                .isEqualTo(ListParameters.of(DeviceList.GRAMMAR));
        ListGrammar series = SeriesList.GRAMMAR;
        assertThat(ListParameters.described(TestingApi.API.tree(), "/api/v1/series"))
                .isEqualTo(ListParameters.of(series));
    }
}
