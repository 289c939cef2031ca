package id.ronda.collector.discovery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.profile.ProfileCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words of the profile language that power and room devices need, as the shipped profiles use them. */
class PowerFamiliesTest {
    private static final ProfileCatalog CATALOG = ProfileCatalog.shipped();
    private static final String SENTRY = """
            1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.1718.4
            1.3.6.1.4.1.1718.4.1.9.1.10.0|2|%d
            1.3.6.1.4.1.1718.4.1.9.2.1.3.1.1|4|Rak 3 depan
            1.3.6.1.4.1.1718.4.1.9.3.1.1.1.1|2|770
            """;

    private static Inventory look(String walk) {
        return ((Discovered) new Discoverer(CATALOG).discover(RecordedAgent.of(walk))).inventory();
    }

    private static List<Reading> of(Inventory inventory, String metric) {
        return inventory.readings().stream()
                .filter(r -> r.metric().equals(metric))
                .toList();
    }

    @Test
    void aUnitThatIsToldOnceHoldsForEveryRow() {
        assertThat(of(look(SENTRY.formatted(0)), "temperature"))
                .extracting(Reading::name, Reading::value)
                .containsExactly(tuple("Rak 3 depan", 77.0));
        assertThat(of(look(SENTRY.formatted(1)), "temperature"))
                .extracting(r -> Math.round(requireNonNull(r.value()) * 10))
                .containsExactly(250L);
    }

    @Test
    void aRowTellsItsPowerOfTen() {
        var inventory = look("""
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.20246
                1.3.6.1.4.1.20246.2.3.1.1.1.2.9.1.1.2.12|4|Suhu baterai
                1.3.6.1.4.1.20246.2.3.1.1.1.2.9.1.1.2.13|4|Beban
                1.3.6.1.4.1.20246.2.3.1.1.1.2.9.1.1.3.12|2|391
                1.3.6.1.4.1.20246.2.3.1.1.1.2.9.1.1.3.13|2|12
                1.3.6.1.4.1.20246.2.3.1.1.1.2.9.1.1.4.12|2|-1
                1.3.6.1.4.1.20246.2.3.1.1.1.2.9.1.1.4.13|2|2
                1.3.6.1.4.1.20246.2.3.1.1.1.2.9.1.1.5.12|2|7
                1.3.6.1.4.1.20246.2.3.1.1.1.2.9.1.1.5.13|2|9
                """);

        assertThat(inventory.readings())
                .extracting(Reading::name, Reading::metric, Reading::value)
                .contains(tuple("Suhu baterai", "temperature", 39.1), tuple("Beban", "power.active", 1200.0));
    }

    @Test
    void whatIsLeftOfABatteryIsToldInAmpereHours() {
        var inventory = look("""
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.12148.10
                1.3.6.1.4.1.12148.10.2.15.0|2|1
                1.3.6.1.4.1.12148.10.9.2.2.0|4|Load
                1.3.6.1.4.1.12148.10.9.2.5.0|2|56
                1.3.6.1.4.1.12148.10.10.9.5.0|2|190
                """);

        assertThat(of(inventory, "battery.capacity"))
                .extracting(Reading::value, Reading::unit)
                .containsExactly(tuple(190.0, "A.h"));
        assertThat(of(inventory, "current")).extracting(Reading::value).containsExactly(5.6);
    }

    @Test
    void aNegativeScaleDivides() {
        var inventory = look("""
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.2606.7
                1.3.6.1.4.1.2606.7.4.1.2.1.3.2|4|Ruang server
                1.3.6.1.4.1.2606.7.4.2.2.1.3.2.1|4|Temperature.Value
                1.3.6.1.4.1.2606.7.4.2.2.1.5.2.1|4|degree C
                1.3.6.1.4.1.2606.7.4.2.2.1.7.2.1|2|-100
                1.3.6.1.4.1.2606.7.4.2.2.1.11.2.1|2|2420
                """);

        assertThat(of(inventory, "temperature"))
                .extracting(Reading::name, Reading::value)
                .containsExactly(tuple("Ruang server Temperature.Value", 24.2));
    }

    @Test
    void aContactOfWhichTheMibSaysNoNumberIsReadAsItsState() {
        var inventory = look("""
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.13742.6
                1.3.6.1.4.1.13742.6.3.6.3.1.2.1.3|2|43
                1.3.6.1.4.1.13742.6.3.6.3.1.4.1.3|4|Pintu depan
                1.3.6.1.4.1.13742.6.5.5.3.1.2.1.3|2|1
                1.3.6.1.4.1.13742.6.5.5.3.1.3.1.3|2|0
                1.3.6.1.4.1.13742.6.5.5.3.1.4.1.3|2|0
                """);

        assertThat(inventory.identity().deviceClass()).isEqualTo(DeviceClass.PDU);
        assertThat(of(inventory, "state"))
                .extracting(Reading::name, Reading::state)
                .containsExactly(tuple("Pintu depan", ReadingState.WARNING));
    }

    @Test
    void aThreePhaseSymmetraIsAUps_andNotACoolingUnit() {
        var inventory = look("""
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.318.1.3.13.2
                1.3.6.1.4.1.318.1.1.1.2.1.1.0|2|2
                """);

        assertThat(inventory.identity().deviceClass()).isEqualTo(DeviceClass.UPS);
    }
}
