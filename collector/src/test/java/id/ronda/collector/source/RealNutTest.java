package id.ronda.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.GapReason;
import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.collector.discovery.DiscoveryResult;
import id.ronda.collector.discovery.Inventory;
import id.ronda.collector.snmp.NutAccess;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.kernel.Secret;
import id.ronda.testkit.RequiresTool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** UPS of Debian's NUT server, as an office has them by USB. */
@RequiresTool({"upsd", "dummy-ups"})
class RealNutTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String OFFICE = """
            device.type: ups
            ups.mfr: APC
            ups.model: "Back-UPS ES 700G"
            ups.serial: 4B1234P56789
            ups.firmware: 871.O4 .I
            ups.status: OL CHRG
            ups.load: 23
            ups.realpower: 93
            battery.charge: 97
            battery.runtime: 1830
            battery.voltage: 13.6
            input.voltage: 221.5
            input.frequency: 50
            ambient.temperature: 27.4
            ambient.humidity: 61
            """;
    private static final String RACK = """
            device.type: pdu
            ups.mfr: Eaton
            input.L1.voltage: 229.8
            input.L2.voltage: 231.0
            input.L1.current: 4.2
            outlet.1.desc: Router
            outlet.1.status: on
            outlet.1.current: 0.31
            outlet.2.status: off
            ups.status: OL
            """;

    private RealNut nut;

    @BeforeEach
    void start(@TempDir Path folder) {
        nut = new RealNut(folder, Map.of("kantor", OFFICE, "rak", RACK));
        await().atMost(PATIENCE).until(() -> {
            try (var watched = watched("kantor");
                    var rack = watched("rak")) {
                return isLoaded(watched.discover()) && isLoaded(rack.discover());
            }
        });
    }

    /** A driver tells its variables one by one while it starts. */
    private static boolean isLoaded(DiscoveryResult seen) {
        return seen instanceof DiscoveryResult.Discovered found
                && found.inventory().identity().vendor() != null;
    }

    @AfterEach
    void stop() {
        nut.close();
    }

    private Watched watched(String ups) {
        return new Watched(nut.address(), new NutAccess(ups, null, null));
    }

    private static Reading reading(Inventory found, String metric, String instance) {
        return found.readings().stream()
                .filter(r -> r.metric().equals(metric) && r.instance().equals(instance))
                .findFirst()
                .orElseThrow(() -> new AssertionError(metric + " " + instance + " among " + found.readings()));
    }

    @Test
    void isKnownWithValuesAndUnits() {
        try (var watched = watched("kantor")) {
            var found = watched.inventory();

            var who = found.identity();
            assertThat(who.profile()).isEqualTo("nut-ups");
            assertThat(who.deviceClass()).isEqualTo(DeviceClass.UPS);
            assertThat(who.vendor()).isEqualTo("APC");
            assertThat(who.model()).isEqualTo("Back-UPS ES 700G");
            assertThat(who.serial()).isEqualTo("4B1234P56789");
            assertThat(who.version()).isEqualTo("871.O4 .I");
            assertThat(who.sysName()).isEqualTo("kantor");
            assertThat(who.uptimeSeconds()).isNull();
            assertThat(reading(found, "battery.runtime", "estimated-run-time"))
                    .isEqualTo(new Reading(
                            "battery.runtime",
                            "estimated-run-time",
                            "Estimated run time",
                            "nut:battery.runtime",
                            1830.0,
                            "s",
                            null,
                            null));
            assertThat(reading(found, "voltage", "battery").value()).isEqualTo(13.6);
            assertThat(reading(found, "voltage", "input").value()).isEqualTo(221.5);
            assertThat(reading(found, "power.active", "output").value()).isEqualTo(93);
            assertThat(reading(found, "humidity", "ambient").unit()).isEqualTo("%");
            assertThat(reading(found, "state", "status").state()).isEqualTo(ReadingState.OK);
        }
    }

    @Test
    void readsPhasesAndOutletsAsRows() {
        try (var watched = watched("rak")) {
            var found = watched.inventory();

            assertThat(found.identity().deviceClass()).isEqualTo(DeviceClass.PDU);
            assertThat(reading(found, "voltage", "input-L2").value()).isEqualTo(231.0);
            assertThat(reading(found, "voltage", "input-L2").oid()).isEqualTo("nut:input.L2.voltage");
            assertThat(reading(found, "current", "Router").value()).isEqualTo(0.31);
            assertThat(reading(found, "state", "Outlet 2").state()).isEqualTo(ReadingState.WARNING);
        }
    }

    @Test
    void batteryIsSeenAndAServerThatEndsIsAGapUntilItIsBack() {
        try (var watched = watched("kantor")) {
            watched.poll();
            await().atMost(PATIENCE)
                    .until(() ->
                            watched.samples("battery.charge", "battery-charge").size() >= 2);
            assertThat(watched.last("battery.charge", "battery-charge")).contains(97.0);

            nut.tell("kantor", OFFICE.replace("OL CHRG", "OB DISCHRG LB").replace("charge: 97", "charge: 12"));
            await().atMost(PATIENCE)
                    .until(() ->
                            watched.last("battery.charge", "battery-charge").equals(Optional.of(12.0)));
            assertThat(watched.last("state", "status")).contains(21.0);

            nut.stopServer();
            await().atMost(PATIENCE)
                    .until(() -> watched.records.stream()
                            .anyMatch(r -> r instanceof GapOpened gap && gap.reason() == GapReason.PORT_CLOSED));
            int before = watched.samples("battery.charge", "battery-charge").size();
            nut.startServer();
            await().atMost(PATIENCE)
                    .until(() ->
                            watched.samples("battery.charge", "battery-charge").size() >= before + 2);
        }
    }

    @Test
    void namesWhatIsNotThere() {
        try (var stranger = watched("gudang")) {
            assertThat(stranger.discover()).isEqualTo(new DiscoveryResult.Unreachable("source-unavailable", ""));
        }
        try (var wrong = new Watched(nut.address(), new NutAccess("kantor", "tamu", Secret.of("x")))) {
            assertThat(wrong.discover()).isInstanceOf(DiscoveryResult.Discovered.class);
        }
    }

    @Test
    void tellsItsUps() {
        assertThat(NutServer.names(nut.address()))
                .isInstanceOfSatisfying(
                        NutServer.Names.Told.class,
                        told -> assertThat(told.names()).containsExactlyInAnyOrder("kantor", "rak"));
    }
}
