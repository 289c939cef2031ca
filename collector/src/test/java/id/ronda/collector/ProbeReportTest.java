package id.ronda.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.ronda.collector.discovery.Inventory;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProbeReportTest {
    private static final Inventory FOUND = new Inventory(
            new DeviceIdentity(
                    "mikrotik-routeros",
                    DeviceClass.ROUTER,
                    "MikroTik",
                    "RB760iGS",
                    "7.11",
                    null,
                    "1.3.6.1.4.1.14988.1",
                    "inti",
                    "RouterOS RB760iGS",
                    8640.5),
            List.of(new DeviceInterface(
                    1,
                    "ether1",
                    "ether1",
                    "ether1",
                    "uplink",
                    6,
                    1500,
                    1_000_000_000L,
                    IfStatus.UP,
                    IfStatus.LOWER_LAYER_DOWN)),
            List.of(),
            List.of(
                    new Reading("temperature", "cpu", "CPU", "1.3.6.1.4.1.14988.1.1.3.11.0", 41.0, "Cel", null, null),
                    new Reading(
                            "state",
                            "psu",
                            "Power supply",
                            "1.3.6.1.4.1.14988.1.1.3.15.0",
                            0.0,
                            "1",
                            ReadingState.CRITICAL,
                            null)),
            true,
            List.of("left out"));

    private static JsonNode json(ProbeReport report) throws IOException {
        return new ObjectMapper().readTree(report.json());
    }

    @Test
    void writesTheDocumentOfTheContract() throws IOException {
        var document = json(ProbeReport.of("127.0.0.1:1161", FOUND));

        var expected = """
                {"address":"127.0.0.1:1161","reachable":true,"profile":"mikrotik-routeros","device":{"class":"router",\
                "vendor":"MikroTik","model":"RB760iGS","version":"7.11","serial":null,"sysObjectId":"1.3.6.1.4.1.14988.1",\
                "sysName":"inti","sysDescr":"RouterOS RB760iGS","uptimeSeconds":8640.5},"interfaces":[{"index":1,"name":"ether1",\
                "description":"ether1","alias":"uplink","type":6,"mtu":1500,"speed":1000000000,"adminStatus":"up",\
                "operStatus":"lowerLayerDown"}],"readings":[{"metric":"temperature","instance":"cpu","name":"CPU",\
                "oid":"1.3.6.1.4.1.14988.1.1.3.11.0","value":41.0,"unit":"Cel","state":null},{"metric":"state","instance":"psu",\
                "name":"Power supply","oid":"1.3.6.1.4.1.14988.1.1.3.15.0","value":0.0,"unit":"1","state":"critical"}],\
                "notes":["left out"]}""";
        assertThat(document).hasToString(expected);
    }

    @Test
    void namesTheFailureOfADeviceThatDoesNotAnswer() throws IOException {
        var document = json(ProbeReport.unreachable("127.0.0.1:161", "timeout", "no answer in 3 s"));

        assertThat(document.path("reachable").asBoolean(true)).isFalse();
        assertThat(document.path("notes").path(0).asText()).isEqualTo("timeout: no answer in 3 s");
        assertThat(document.path("device").isNull()).isTrue();
        assertThat(document.path("interfaces")).isEmpty();
    }

    @Test
    void showsATableInEnglish() {
        assertThat(ProbeReport.of("127.0.0.1:1161", FOUND).table(Locale.ENGLISH))
                .contains("127.0.0.1:1161  answers")
                .contains("class        router (mikrotik-routeros)")
                .contains("Interfaces (1)")
                .contains("1      ether1  uplink  1000 Mb/s  up     lowerLayerDown")
                .contains("temperature  CPU           41     Cel")
                .contains("critical")
                .contains("note: left out");
    }

    @Test
    void showsATableInIndonesian() {
        assertThat(ProbeReport.of("127.0.0.1:1161", FOUND).table(Locale.of("id", "ID")))
                .contains("127.0.0.1:1161  menjawab")
                .contains("Antarmuka (1)")
                .contains("kritis");
        assertThat(ProbeReport.unreachable("127.0.0.1:161", "timeout", "").table(Locale.of("id")))
                .isEqualTo("127.0.0.1:161  tidak menjawab\ncatatan: timeout\n");
    }
}
