package id.ronda.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.profile.ProfileCatalog;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the shipped profiles of firewalls, servers, storage and printers read where a device tells it in words. */
class ServerRoomTest {
    private static final ProfileCatalog CATALOG = ProfileCatalog.shipped();

    private static Inventory look(String walk) {
        return ((Discovered) new Discoverer(CATALOG).discover(RecordedAgent.of(walk))).inventory();
    }

    private static Reading reading(Inventory inventory, String metric, String name) {
        return inventory.readings().stream()
                .filter(r -> r.metric().equals(metric) && r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(metric + " " + name + " not in " + inventory.readings()));
    }

    @Test
    void aContractTellsWhenItEnds() {
        var inventory = look("""
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.12356.101.1.641
                1.3.6.1.4.1.12356.101.4.6.3.1.2.1.1.1|4|FortiCare
                1.3.6.1.4.1.12356.101.4.6.3.1.2.1.2.1|4|Wed Mar 13 2030
                """);

        var end = reading(inventory, "expiry", "Contract FortiCare");

        assertThat(end.value())
                .isEqualTo((double) Instant.parse("2030-03-13T00:00:00Z").getEpochSecond());
        assertThat(end.unit()).isEqualTo("s");
        assertThat(inventory.identity().deviceClass()).isEqualTo(DeviceClass.FIREWALL);
    }

    @Test
    void aSubscriptionThatRanOutIsCritical() {
        var inventory = look("""
                1.3.6.1.2.1.1.1.0|4|Linux gw 3.10.0
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.8072.3.2.10
                1.3.6.1.4.1.2620.1.6.4.1.0|4|R81.20
                1.3.6.1.4.1.2620.1.46.3.1.0|4|expired
                1.3.6.1.4.1.2620.1.5.5.0|4|no
                1.3.6.1.4.1.2620.1.5.101.0|2|2
                """);

        assertThat(inventory.identity().vendor()).isEqualTo("Check Point");
        assertThat(reading(inventory, "state", "Anti-virus subscription").state())
                .isEqualTo(ReadingState.CRITICAL);
        assertThat(reading(inventory, "state", "Cluster status").state()).isEqualTo(ReadingState.OK);
    }

    @Test
    void tonerIsWhatIsLeftOfItsCapacity() {
        var inventory = look("""
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.2435.2.3.9.1
                1.3.6.1.2.1.43.11.1.1.6.1.1|4|Black toner
                1.3.6.1.2.1.43.11.1.1.7.1.1|2|13
                1.3.6.1.2.1.43.11.1.1.8.1.1|2|8000
                1.3.6.1.2.1.43.11.1.1.9.1.1|2|2000
                1.3.6.1.2.1.43.11.1.1.6.1.2|4|Drum
                1.3.6.1.2.1.43.11.1.1.7.1.2|2|13
                1.3.6.1.2.1.43.11.1.1.8.1.2|2|-2
                1.3.6.1.2.1.43.11.1.1.9.1.2|2|-3
                """);

        assertThat(inventory.identity().vendor()).isEqualTo("Brother");
        assertThat(reading(inventory, "percent", "Black toner").value()).isEqualTo(25);
        assertThat(inventory.readings()).extracting(Reading::name).doesNotContain("Drum");
    }

    @Test
    void aVolumeIsAsLargeAsItsTextSays() {
        var inventory = look("""
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.8072.3.2.10
                1.3.6.1.4.1.24681.1.2.12.0|4|TS-253D
                1.3.6.1.4.1.24681.1.2.5.0|4|42 C/108 F
                1.3.6.1.4.1.24681.1.2.17.1.2.1|4|DataVol1
                1.3.6.1.4.1.24681.1.2.17.1.4.1|4|1.50 TB
                1.3.6.1.4.1.24681.1.2.17.1.5.1|4|512 GB
                """);

        assertThat(inventory.identity().deviceClass()).isEqualTo(DeviceClass.STORAGE);
        assertThat(reading(inventory, "temperature", "CPU").value()).isEqualTo(42);
        assertThat(reading(inventory, "storage.total", "DataVol1").value()).isEqualTo(1.5 * 0x1p40);
        assertThat(reading(inventory, "storage.available", "DataVol1").value()).isEqualTo(512 * 0x1p30);
    }

    @Test
    void aFanTellsPerCentOrTurnsByItsText() {
        var inventory = look("""
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.19046.11.1
                1.3.6.1.4.1.19046.11.1.1.3.2.1.2.1|4|Fan 1
                1.3.6.1.4.1.19046.11.1.1.3.2.1.2.2|4|Fan 2
                1.3.6.1.4.1.19046.11.1.1.3.2.1.3.1|4| 38% of maximum
                1.3.6.1.4.1.19046.11.1.1.3.2.1.3.2|4|4100 RPM
                1.3.6.1.4.1.19046.11.1.1.3.2.1.10.1|4|Critical
                """);

        assertThat(reading(inventory, "percent", "Fan 1").value()).isEqualTo(38);
        assertThat(reading(inventory, "fan.speed", "Fan 2").value()).isEqualTo(4100);
        assertThat(reading(inventory, "state", "Fan 1").state()).isEqualTo(ReadingState.CRITICAL);
    }

    @Test
    void anUnknownFamilyIsToldByItsWordsAndItsMaker() {
        var words = look("""
                1.3.6.1.2.1.1.1.0|4|Acme 48-port Managed Switch
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.99999.7
                """);
        var maker = look("""
                1.3.6.1.2.1.1.1.0|4|Rev. 7
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.17409.1
                """);

        assertThat(words.identity().deviceClass()).isEqualTo(DeviceClass.SWITCH);
        assertThat(maker.identity().deviceClass()).isEqualTo(DeviceClass.OLT);
        assertThat(maker.identity().vendor()).isEqualTo("C-Data");
    }

    @Test
    void aHostsNameDoesNotMakeItARouter() {
        var host = look("""
                1.3.6.1.2.1.1.1.0|4|Linux ups-monitor-switch 6.1.0
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.8072.3.2.10
                """);

        assertThat(host.identity().deviceClass()).isEqualTo(DeviceClass.SERVER);
    }
}
