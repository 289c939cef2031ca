package id.ronda.collector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevicePositionTest {

    @Test
    void isReadBackFromItsText() {
        DevicePosition there = new DevicePosition("rtr-é_1 \\", 17, true);
        assertThat(DevicePosition.parse(there.text())).contains(there);
        assertThat(DevicePosition.parse(new DevicePosition("", 1, false).text()))
                .contains(new DevicePosition("", 1, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "f", "x1.YQ", "f1.YQ=", "f1.A", "f1.AA", "f9999999999999999999.YQ", "f1.YQ\nf1.YQ"})
    void refusesWhatItDidNotWrite(String text) {
        assertThat(DevicePosition.parse(text)).isEmpty();
        assertThat(DevicePosition.parse(null)).isEmpty();
    }
}
