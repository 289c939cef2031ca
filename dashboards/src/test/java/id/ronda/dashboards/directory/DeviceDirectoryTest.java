package id.ronda.dashboards.directory;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceStatus;
import id.ronda.dashboards.directory.DeviceDirectory.Snapshot;
import id.ronda.dashboards.office.Office;
import id.ronda.testkit.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeviceDirectoryTest {

    private final MutableClock clock = MutableClock.at("2026-11-21T04:00:00Z");
    private final Office office = new Office(clock, Duration.ofSeconds(10), 2_500);
    private final DeviceDirectory directory = new DeviceDirectory(office.devices, clock);

    @Test
    void readsAllPages() {
        Snapshot all = directory.all().result();
        assertThat(all.devices()).hasSize(2_509).doesNotHaveDuplicates();
        assertThat(all.complete()).isTrue();
        assertThat(StatusCounts.of(all.devices()).of(DeviceStatus.DOWN)).isEqualTo(2);
        assertThat(StatusCounts.of(all.devices()).all()).isEqualTo(2_509);
    }

    @Test
    void sharesOneReadingForAWhile() {
        assertThat(directory.all().succeeded()).isTrue();
        int once = office.devices.listings.get();
        assertThat(directory.all().succeeded()).isTrue();
        assertThat(office.devices.listings).hasValue(once);
        clock.advance(DeviceDirectory.FRESH);
        assertThat(directory.all().succeeded()).isTrue();
        assertThat(office.devices.listings).hasValue(2 * once);
    }

    @Test
    void readsAgainWhenTheClockSteppedBack() {
        assertThat(directory.all().succeeded()).isTrue();
        int once = office.devices.listings.get();
        clock.advance(Duration.ofHours(-1));
        assertThat(directory.all().succeeded()).isTrue();
        assertThat(office.devices.listings).hasValue(2 * once);
    }

    @Test
    void failsWhileTheDatabaseIsAwayAndRecovers() {
        office.devices.goAway(true);
        assertThat(directory.all().failed()).isTrue();
        office.devices.goAway(false);
        assertThat(directory.all().succeeded()).isTrue();
    }
}
