package id.ronda.collector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.collector.device.TestingDevices;
import id.ronda.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceBulkTest {

    private static final String DEVICES = "/api/v1/devices";

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private TestingApi api;
    private long one;
    private long two;

    @BeforeEach
    void open() {
        api = new TestingApi(TestingApi.routes(new TestingDevices(POSTGRES)));
        one = add("127.0.1.1");
        two = add("127.0.1.2");
    }

    @AfterEach
    void close() {
        api.close();
    }

    private long add(String address) {
        return api.post(DEVICES, form(address)).json().get("id").longValue();
    }

    private static String form(String address) {
        return "{'address': '" + address + "', 'name': 'old', 'snmp': {'community': 'hush'}}";
    }

    private String name(long id) {
        return api.get(DEVICES + "/" + id).json().get("name").textValue();
    }

    private static List<String> statuses(JsonNode answer) {
        return answer.get("items").findValuesAsText("status");
    }

    private static String reason(JsonNode answer, int row) {
        return answer.at("/items/" + row + "/errors/0/field").asText() + " "
                + answer.at("/items/" + row + "/errors/0/reason").asText();
    }

    @Test
    void edits_tellTheFateOfEveryRow() {
        var reply = api.patch(
                DEVICES,
                "[{'id': %1$d, 'revision': 1, 'name': 'new'}, {'id': %2$d, 'revision': 7, 'name': 'new'}, {'id': 999999},"
                                .formatted(one, two)
                        + " {'id': %1$d, 'unit': 'x'}, {'name': 'x'}, {'id': %2$d, 'colour': 1}, 5, {'id': %2$d, 'name': 'old'}]"
                                .formatted(one, two));

        JsonNode answer = reply.json();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(statuses(answer))
                .containsExactly(
                        "updated", "refused", "refused", "refused", "refused", "refused", "refused", "unchanged");
        assertThat(answer.get("items").findValuesAsText("row"))
                .startsWith("0", "1", "2")
                .endsWith("7");
        assertThat(reason(answer, 1)).isEqualTo("/revision is 1 now; read it again");
        assertThat(reason(answer, 2)).isEqualTo("/id is the id of no device");
        assertThat(reason(answer, 3)).isEqualTo("/id is changed by row 0 already");
        assertThat(reason(answer, 4)).isEqualTo("/id is required");
        assertThat(reason(answer, 5)).startsWith("/colour is not known here; known are id, revision, address");
        assertThat(reason(answer, 6)).isEqualTo(" must be an object");
        assertThat(answer.at("/items/1/id").longValue()).isEqualTo(two);
        assertThat(name(one)).isEqualTo("new");
        assertThat(name(two)).isEqualTo("old");
    }

    @Test
    void edits_thatAreAtomicAreAllRightOrNothing() {
        var refused = api.patch(
                DEVICES + "?atomic=true",
                "[{'id': %d, 'name': 'new'}, {'id': %d, 'interval': 'often'}]".formatted(one, two));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("type").textValue()).isEqualTo("rows-refused");
        assertThat(statuses(refused.json())).containsExactly("skipped", "refused");
        assertThat(name(one)).isEqualTo("old");

        var taken = api.patch(
                DEVICES + "?atomic=true",
                "[{'id': %d, 'name': 'new'}, {'id': %d, 'enabled': false, 'tags': ['a'], 'location': 'Rak 1'}]"
                        .formatted(one, two));

        assertThat(statuses(taken.json())).containsExactly("updated", "updated");
        assertThat(api.get(DEVICES + "?enabled=false&tag=a&location__contains=rak")
                        .json()
                        .at("/items/0/id")
                        .longValue())
                .isEqualTo(two);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            127.0.1.1 | 127.0.1.9 | refused,updated
            127.0.1.9 | 127.0.1.9 | updated,refused
            127.0.1.2 | 127.0.1.1 | unchanged,unchanged
            127.0.1.9 | 127.0.1.2 | updated,refused
            """)
    void edits_neverMakeTwoDevicesTheSame(String addressOfTwo, String addressOfOne, String fates) {
        JsonNode answer = api.patch(
                        DEVICES,
                        "[{'id': %d, 'address': '%s'}, {'id': %d, 'address': '%s'}]"
                                .formatted(two, addressOfTwo, one, addressOfOne))
                .json();

        assertThat(String.join(",", statuses(answer))).isEqualTo(fates);
        assertThat(api.get(DEVICES).json().get("items").findValuesAsText("address"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aList_addsRowByRow() {
        var reply = api.post(
                DEVICES,
                "[" + form("127.0.1.5") + "," + form("127.0.1.1") + "," + form("1.2.3") + "," + form("127.0.1.5")
                        + "]");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(statuses(reply.json())).containsExactly("created", "refused", "refused", "refused");
        assertThat(reply.json().at("/items/1/id").longValue()).isEqualTo(one);
        assertThat(reason(reply.json(), 1)).endsWith("is that of another device " + one);
        assertThat(reason(reply.json(), 2)).startsWith("/address must be");
        assertThat(reason(reply.json(), 3)).isEqualTo("/address is the same device as in row 0");
        assertThat(reply.text()).doesNotContain("hush");
    }

    @Test
    void aList_thatIsAtomicAddsAllOrNone() {
        var reply = api.post(DEVICES + "?atomic=true", "[" + form("127.0.1.5") + ",{'address': '127.0.1.6'}]");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(statuses(reply.json())).containsExactly("skipped", "refused");
        assertThat(api.get(DEVICES).json().get("items")).hasSize(2);
        assertThat(api.postCsv(DEVICES + "?atomic=true", "address,community,interval\n127.0.1.7,c,30s\n127.0.1.8,c,x\n")
                        .status())
                .isEqualTo(422);
        assertThat(api.get(DEVICES).json().get("items")).hasSize(2);
    }

    @Test
    void tooManyRowsAreRefusedAsAWhole() {
        var reply = api.patch(DEVICES, "[" + "{'id': 1},".repeat(1000) + "{'id': 1}]");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/reasons/id").textValue()).isEqualTo("paling banyak 1000 butir");
        assertThat(api.patch(DEVICES, "[]").status()).isEqualTo(422);
        assertThat(api.patch(DEVICES, "{}").status()).isEqualTo(422);
    }
}
