package id.ronda.collector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.collector.DeviceId;
import id.ronda.collector.device.Findings;
import id.ronda.collector.device.LatestValues.Latest;
import id.ronda.collector.device.LatestValues.SeriesKey;
import id.ronda.collector.device.TestingDevices;
import id.ronda.collector.discovery.Inventory;
import id.ronda.testkit.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingRoutesTest {

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private TestingDevices devices;
    private TestingApi api;
    private String device;

    @BeforeEach
    void open() {
        devices = new TestingDevices(POSTGRES);
        api = new TestingApi(TestingApi.routes(devices));
        device = api.post("/api/v1/devices", "{'address': '127.0.1.5', 'snmp': {'community': 'c'}}")
                .header("Location");
    }

    @AfterEach
    void close() {
        api.close();
    }

    private void look() {
        look(Findings.router());
    }

    private void look(Inventory found) {
        long id = Long.parseLong(device.substring(device.lastIndexOf('/') + 1));
        assertThat(TestingDevices.await(devices.desk().saveInventory(new DeviceId(id), found)))
                .isTrue();
    }

    @Test
    void interfaces_areWrittenAsProbeWritesThem() {
        look();

        JsonNode items = api.get(device + "/interfaces").json().get("items");

        assertThat(items.get(0).toString())
                .isEqualTo(
                        "{\"index\":1,\"name\":\"ether1\",\"description\":\"e1\",\"alias\":\"uplink\",\"type\":6,"
                                + "\"mtu\":1500,\"speed\":1000000000,\"adminStatus\":\"up\",\"operStatus\":\"up\",\"instance\":\"ether1\"}");
        assertThat(items.get(1).get("speed").isNull()).isTrue();
    }

    @Test
    void interfaces_haveTheStateThatWasPolledLast() {
        look();
        devices.measured(new SeriesKey("if.oper.status", "ether1"), new Latest(2, Instant.EPOCH));

        assertThat(api.get(device + "/interfaces")
                        .json()
                        .at("/items/0/operStatus")
                        .textValue())
                .isEqualTo("down");
    }

    @Test
    void interfaces_thatShareANameHaveEachTheirOwnState() {
        look();
        devices.measured(new SeriesKey("if.oper.status", "e2"), new Latest(1, Instant.EPOCH));
        devices.measured(new SeriesKey("if.oper.status", "port"), new Latest(7, Instant.EPOCH));

        JsonNode second = api.get(device + "/interfaces").json().at("/items/1");

        assertThat(second.get("name").textValue()).isEqualTo("port");
        assertThat(second.get("instance").textValue()).isEqualTo("e2");
        assertThat(second.get("operStatus").textValue()).isEqualTo("up");
    }

    @Test
    void readings_haveNoValueUntilOneIsMeasured() {
        look();

        JsonNode items = api.get(device + "/readings").json().get("items");

        assertThat(items.findValuesAsText("metric")).containsExactly("state", "temperature");
        assertThat(items.get(1).get("value").isNull()).isTrue();
        assertThat(items.get(1).get("time").isNull()).isTrue();
    }

    @Test
    void readings_withoutASeriesHaveTheValueOfTheLastLook() {
        look(Findings.routerWithSessions());

        JsonNode count = api.get(device + "/readings").json().at("/items/0");

        assertThat(count.get("instance").textValue()).isEqualTo("interfaces.dynamic.pppoe");
        assertThat(count.get("value").doubleValue()).isEqualTo(5);
        assertThat(count.get("time").textValue()).isEqualTo("2026-11-21T04:00:00Z");
    }

    @Test
    void readings_haveTheirLastValuesWithTimeAndState() {
        look();
        Instant slot = Instant.parse("2026-11-21T04:00:30Z");
        devices.measured(new SeriesKey("temperature", "cpu"), new Latest(41.5, slot));
        devices.measured(new SeriesKey("state", "power"), new Latest(2, slot));

        JsonNode items = api.get(device + "/readings").json().get("items");

        assertThat(items.get(0).get("state").textValue()).isEqualTo("warning");
        assertThat(items.get(1).toString())
                .isEqualTo("{\"metric\":\"temperature\",\"instance\":\"cpu\",\"name\":\"CPU\","
                        + "\"oid\":\"1.3.6.1.4.1.14988.1.1.3.11.0\",\"value\":41.5,\"unit\":\"Cel\",\"state\":null,"
                        + "\"time\":\"2026-11-21T04:00:30Z\","
                        + "\"limits\":{\"lowWarning\":5.0,\"highWarning\":70.0,\"highCritical\":85.5}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interfaces", "readings"})
    void lists_goFromPageToPage(String list) {
        look();

        JsonNode first = api.get(device + "/" + list + "?limit=1").json();
        JsonNode second = api.get(device + "/" + list + "?limit=1&after="
                        + first.get("next").textValue())
                .json();

        assertThat(first.get("items")).hasSize(1);
        assertThat(second.get("items")).hasSize(1).isNotEqualTo(first.get("items"));
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void lists_refuseTheNextOfAnother() {
        look();
        String next = api.get(device + "/readings?limit=1").json().get("next").textValue();

        assertThat(next).matches("[A-Za-z0-9_-]+");
        assertThat(api.get(device + "/interfaces?after=" + next).status()).isEqualTo(422);
        assertThat(api.get(device + "/interfaces?after=ether1").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interfaces", "readings"})
    void lists_ofADeviceWithoutAnyAreEmpty_ofNoDevice404(String list) {
        assertThat(api.get(device + "/" + list).text()).isEqualTo("{\"items\":[],\"next\":null}");
        assertThat(api.get("/api/v1/devices/999999/" + list).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/devices/x/" + list).status()).isEqualTo(404);
    }

    @Test
    void lists_areCsvToo() {
        look();

        assertThat(api.get(device + "/interfaces", "Accept", "text/csv").text().lines())
                .first()
                .isEqualTo("index,name,description,alias,type,mtu,speed,adminStatus,operStatus,instance");
    }
}
