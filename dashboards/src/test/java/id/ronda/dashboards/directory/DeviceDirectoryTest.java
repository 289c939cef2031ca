package id.ronda.dashboards.directory;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Reach;
import id.ronda.dashboards.directory.DeviceDirectory.Snapshot;
import id.ronda.dashboards.office.Office;
import id.ronda.testkit.MutableClock;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceDirectoryTest {

    private final MutableClock clock = MutableClock.at("2026-11-21T04:00:00Z");
    private final Office office = new Office(clock, Duration.ofSeconds(10), 2_500);
    private final DeviceDirectory directory = new DeviceDirectory(office.devices, Reach.EVERYTHING, clock);

    @Test
    void tellsTheDevicesAskedForAndTheCountsOfAll() {
        Snapshot some = ask(Office.UPS, Office.SILENT).result();
        assertThat(some.states().devices()).extracting(Device::id).containsExactly(Office.UPS, Office.SILENT);
        assertThat(some.states().counts().of(DeviceStatus.DOWN)).isEqualTo(2);
        assertThat(some.states().counts().all()).isEqualTo(2_509);
    }

    @Test
    void readsOnceForAllPages() {
        assertThat(ask(Office.UPS, Office.SILENT).succeeded()).isTrue();
        assertThat(directory.of(Set.of(Office.SILENT), Set::of).succeeded()).isTrue();
        assertThat(office.devices.listings).hasValue(1);
        clock.advance(DeviceDirectory.FRESH);
        assertThat(ask(Office.UPS).succeeded()).isTrue();
        assertThat(office.devices.listings).hasValue(2);
    }

    @Test
    void readsAgainForAPageWithOtherDevices() {
        assertThat(ask(Office.UPS).succeeded()).isTrue();
        assertThat(ask(Office.ROOM).result().states().devices())
                .extracting(Device::id)
                .containsExactly(Office.ROOM);
        assertThat(office.devices.listings).hasValue(2);
    }

    @Test
    void doesNotAskAgainAndAgainForADeviceThatIsNot() {
        DeviceId unknown = new DeviceId(77_777);
        assertThat(ask(unknown).result().states().devices()).isEmpty();
        assertThat(ask(unknown).succeeded()).isTrue();
        assertThat(office.devices.listings).hasValue(1);
    }

    @Test
    void readsAgainWhenTheClockSteppedBack() {
        assertThat(ask(Office.UPS).succeeded()).isTrue();
        clock.advance(Duration.ofHours(-1));
        assertThat(ask(Office.UPS).succeeded()).isTrue();
        assertThat(office.devices.listings).hasValue(2);
    }

    @Test
    void failsWhileTheDatabaseIsAwayAndRecovers() {
        office.devices.goAway(true);
        assertThat(ask(Office.UPS).failed()).isTrue();
        office.devices.goAway(false);
        assertThat(ask(Office.UPS).succeeded()).isTrue();
    }

    private Future<Snapshot> ask(DeviceId... ids) {
        return directory.of(Set.of(ids), () -> Set.of(ids));
    }
}
