package id.ronda.dashboards.directory;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceStatus;
import id.ronda.dashboards.office.Office;
import id.ronda.testkit.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceFilterTest {

    private final Office office = new Office(MutableClock.at("2026-11-21T04:00:00Z"), Duration.ofSeconds(10), 3);
    private final List<Device> all = office.devices.list(0, 100).result().items();

    @Test
    void findsByAnyWordsThatAreWrittenOfADevice() {
        assertThat(names("losari")).containsExactly("sw-kecamatan-losari");
        assertThat(names("LOSARI cisco")).containsExactly("sw-kecamatan-losari");
        assertThat(names("127.0.1.3")).containsExactly("genset-01");
        assertThat(names("server diskominfo ups")).containsExactly("ups-utama");
        assertThat(names("losari mikrotik")).isEmpty();
    }

    @Test
    void findsByStateAndClass() {
        assertThat(DeviceFilter.of(null, "down", null).among(all)).hasSize(2);
        assertThat(DeviceFilter.of("", null, "genset").among(all)).hasSize(1);
        assertThat(DeviceFilter.of("", "down", "genset").among(all)).isEmpty();
        assertThat(DeviceFilter.ALL.among(all)).isEqualTo(all);
    }

    @Test
    void givesADeviceThatNeverAnsweredNoClass() {
        assertThat(DeviceFilter.of("", null, "unknown").among(all))
                .extracting(Device::status)
                .containsExactly(DeviceStatus.UNKNOWN, DeviceStatus.DISCOVERING);
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        DeviceFilter filter = DeviceFilter.of(" x ".repeat(200), "nonsense", "nonsense");
        assertThat(filter.status()).isNull();
        assertThat(filter.deviceClass()).isNull();
        assertThat(filter.words()).hasSize(200);
        assertThat(DeviceFilter.of(null, null, DeviceClass.UPS.code()).words()).isEmpty();
    }

    private List<String> names(String words) {
        return DeviceFilter.of(words, null, null).among(all).stream()
                .map(Device::name)
                .toList();
    }
}
