package id.ronda.dashboards.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceGroup;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceReading;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Outage;
import id.ronda.collector.Overview;
import id.ronda.collector.Reach;
import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.collector.WatchedReadings;
import id.ronda.dashboards.office.Office;
import id.ronda.dashboards.start.Threat.Kind;
import id.ronda.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SituationTest {

    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");

    private final MutableClock clock = MutableClock.at("2026-11-21T04:00:00Z");
    private final Office office = new Office(clock, Duration.ofSeconds(10), 3);

    @ParameterizedTest
    @CsvSource({
        "layanan:penghubung, SERVER, GATEWAY",
        "layanan:pusat-data, ROUTER, DATA_CENTRE",
        "layanan:lain, ROUTER, INTRANET",
        ", UPS, DATA_CENTRE",
        ", GENSET, DATA_CENTRE",
        ", OLT, INTRANET"
    })
    void placesADeviceByItsTagAndElseByItsClass(@Nullable String tag, DeviceClass deviceClass, PublicService service) {
        assertThat(PublicService.of(tag, deviceClass)).contains(service);
    }

    @Test
    void placesAPrinterNowhere() {
        assertThat(PublicService.of(null, DeviceClass.PRINTER)).isEmpty();
    }

    @Test
    void countsTheDevicesOfEachServiceAndNamesItsLongestOutage() {
        Situation now = now();
        assertThat(now.tiles())
                .extracting(ServiceTile::service)
                .containsExactly(PublicService.DATA_CENTRE, PublicService.INTRANET, PublicService.GATEWAY);
        ServiceTile intranet = now.tiles().get(1);
        assertThat(intranet.counts().of(DeviceStatus.DOWN)).isEqualTo(2);
        assertThat(intranet.counts().of(DeviceStatus.UP)).isEqualTo(4);
        assertThat(intranet.status()).isEqualTo(DeviceStatus.DOWN);
        assertThat(intranet.worst()).isNotNull();
        assertThat(now.tiles().getFirst().status()).isEqualTo(DeviceStatus.UP);
        assertThat(now.tiles().getLast().counts().all()).isZero();
        assertThat(now.counts().all()).isEqualTo(12);
    }

    @Test
    void gathersPlacesByOffice() {
        List<OfficeGroup> offices = now().offices();
        assertThat(offices).extracting(OfficeGroup::unit).containsExactly("Diskominfo", null);
        OfficeCell room = offices.getFirst().cells().getFirst();
        assertThat(room.location()).isEqualTo("Ruang server Diskominfo");
        assertThat(room.counts().of(DeviceStatus.UP)).isEqualTo(3);
        assertThat(offices.getLast().cells())
                .filteredOn(cell -> cell.location().equals("Kantor Kecamatan Losari"))
                .extracting(OfficeCell::status)
                .containsExactly(DeviceStatus.DOWN);
    }

    @Test
    void listsWhatIsWrongTheLongestFirstAndNoMoreThanOneReads() {
        List<Outage> outages = IntStream.range(0, 30)
                .mapToObj(i -> new Outage(
                        office.devices
                                .find(Reach.EVERYTHING, Office.SILENT)
                                .result()
                                .orElseThrow(),
                        NOW.minusSeconds(1_000 - 10 * i)))
                .toList();
        DeviceReading bad = new DeviceReading(
                Office.UPS, "ups", reading("state", "battery", 3, ReadingState.WARNING), NOW.minusSeconds(995));
        List<DeviceGroup> groups =
                List.of(new DeviceGroup(null, DeviceClass.SWITCH, null, null, DeviceStatus.DOWN, 50));
        Situation now = Situation.of(new Overview(groups, outages), new WatchedReadings(List.of(bad), 7, 9), NOW);
        assertThat(now.wrong()).hasSize(Situation.MOST);
        assertThat(now.wrong().get(1)).isEqualTo(new Trouble.Bad(bad, NOW.minusSeconds(995)));
        assertThat(now.wrongInAll()).isEqualTo(51);
        assertThat(now.known()).isEqualTo(7);
        assertThat(now.watched()).isEqualTo(9);
    }

    @Test
    void seesAUpsRunOutOnlyWhileItIsOnBattery() {
        assertThat(threats(reading("battery.runtime", "", 600, null))).isEmpty();
        assertThat(threats(reading("battery.runtime", "", 600, null), reading("battery.time", "", 0, null)))
                .isEmpty();
        assertThat(threats(reading("battery.runtime", "", 600, null), reading("battery.time", "", 12, null)))
                .extracting(Threat::kind)
                .containsExactly(Kind.RUNTIME);
    }

    @Test
    void seesFuelDisksAndLicencesRunOut() {
        double ends = (double) NOW.plus(Duration.ofDays(12)).getEpochSecond();
        List<Threat> threats = threats(
                reading("fuel.level", "", 24.9, null),
                reading("fuel.level", "2", 25, null),
                reading("storage.used", "/", 91, null),
                reading("storage.total", "/", 100, null),
                reading("storage.used", "/data", 90, null),
                reading("storage.total", "/data", 100, null),
                reading("storage.used", "lonely", 99, null),
                reading("storage.utilization", "flash", 97, null),
                reading("expiry", "av", ends, null),
                reading("expiry", "old", (double) NOW.getEpochSecond() - 5, null),
                reading("expiry", "later", ends * 2, null));
        assertThat(threats)
                .extracting(threat -> threat.reading().reading().instance(), Threat::value)
                .containsExactly(
                        tuple("", 24.9),
                        tuple("flash", 97.0),
                        tuple("/", 91.0),
                        tuple("old", -5.0),
                        tuple("av", 86_400.0 * 12));
    }

    @Test
    void readsOnceForAllWhoLook() {
        SituationDesk desk = new SituationDesk(office.devices, Reach.EVERYTHING, clock);
        assertThat(desk.now().result()).isSameAs(desk.now().result());
        assertThat(office.devices.overviews).hasValue(1);
        clock.advance(SituationDesk.FRESH);
        assertThat(desk.now().succeeded()).isTrue();
        assertThat(office.devices.overviews).hasValue(2);
        clock.advance(SituationDesk.FRESH);
        office.devices.goAway(true);
        assertThat(desk.now().failed()).isTrue();
        office.devices.goAway(false);
        assertThat(desk.now().succeeded()).isTrue();
    }

    private Situation now() {
        return new SituationDesk(office.devices, Reach.EVERYTHING, clock).now().result();
    }

    private static List<Threat> threats(Reading... readings) {
        Watch watch = new Watch(NOW);
        return watch.threats(Stream.of(readings)
                .filter(watch::wants)
                .map(reading -> new DeviceReading(new DeviceId(1), "x", reading, null))
                .toList());
    }

    private static Reading reading(String metric, String instance, double value, @Nullable ReadingState state) {
        return new Reading(metric, instance, "", "1.3", value, "1", state, NOW);
    }
}
