package id.ronda.collector.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;

class GaugeDecoderTest {
    private static GaugeDecoder scaled(String scale) {
        return GaugeDecoder.PLAIN.scaled(Scaling.by(new BigDecimal(scale)));
    }

    @Property(tries = 500)
    void tenthsAreTheNearestNumberToTheDecimal(@ForAll int raw) {
        assertThat(scaled("0.1").decode(new Integer32(raw)))
                .isEqualTo(BigDecimal.valueOf(raw).movePointLeft(1).doubleValue());
    }

    @Property(tries = 200)
    void everyPowerOfTenIsExact(@ForAll int raw, @ForAll @IntRange(min = 0, max = 9) int digits) {
        var scale = BigDecimal.ONE.movePointLeft(digits);
        assertThat(scaled(scale.toPlainString()).decode(new Integer32(raw)))
                .isEqualTo(BigDecimal.valueOf(raw).multiply(scale).doubleValue());
    }

    @Test
    void minutesBecomeSeconds() {
        assertThat(scaled("60").decode(new Integer32(37))).isEqualTo(2220);
    }

    @Test
    void anOffsetComesAfterTheScale() {
        var fahrenheit = Scaling.by(new BigDecimal("0.5")).plus(-17.5);

        assertThat(GaugeDecoder.PLAIN.scaled(fahrenheit).decode(new Integer32(100)))
                .isEqualTo(32.5);
    }

    @Test
    void takesTheScaleTheDeviceTells() {
        var scaling = Scaling.NONE.timesTenTo(-3).times(4096).dividedBy(2);

        assertThat(GaugeDecoder.PLAIN.scaled(scaling).decode(new Integer32(1000)))
                .isEqualTo(2048);
        assertThat(GaugeDecoder.PLAIN.scaled(Scaling.NONE.timesTenTo(3)).decode(new Integer32(7)))
                .isEqualTo(7000);
    }

    @Test
    void aPowerInMilliwattsBecomesItsLevel_andNoPowerHasNone() {
        var light =
                GaugeDecoder.PLAIN.scaled(Scaling.by(new BigDecimal("0.001")).inDecibels());

        assertThat(light.decode(new Integer32(1000))).isZero();
        assertThat(light.decode(new Integer32(1))).isEqualTo(-30);
        assertThat(light.decode(new Integer32(0))).isNaN();
        assertThat(light.decode(new Integer32(-5))).isNaN();
    }

    @Test
    void aSentinelIsNoValueAndItsNeighboursAre() {
        var decoder = new GaugeDecoder(
                null, false, List.of(new Interval(-1, -1), new Interval(65_000, 65_535)), 0, Scaling.NONE, null);

        assertThat(decoder.decode(new Integer32(-1))).isNaN();
        assertThat(decoder.decode(new Integer32(65_500))).isNaN();
        assertThat(decoder.decode(new Integer32(0))).isZero();
        assertThat(decoder.decode(new Integer32(64_999))).isEqualTo(64_999);
    }

    @Test
    void whatCannotBeIsNoValue() {
        var percent =
                new GaugeDecoder(null, false, List.of(), 0, Scaling.by(new BigDecimal("0.1")), new Interval(0, 100));

        assertThat(percent.decode(new Integer32(1000))).isEqualTo(100);
        assertThat(percent.decode(new Integer32(1001))).isNaN();
        assertThat(percent.decode(new Integer32(-1))).isNaN();
    }

    @Test
    void aStorageSizeThatOverflowedIsMeantWithoutSign() {
        var unsigned = new GaugeDecoder(null, true, List.of(), 0, Scaling.NONE.times(4096), null);

        assertThat(unsigned.decode(new Integer32(-2))).isEqualTo(4_294_967_294.0 * 4096);
        assertThat(unsigned.decode(new Gauge32(5))).isEqualTo(5 * 4096);
        assertThat(GaugeDecoder.PLAIN.decode(new Integer32(-2))).isEqualTo(-2);
    }

    @Test
    void bitsAreCutOut() {
        var mode = new GaugeDecoder(null, false, List.of(), 60, Scaling.NONE, null);

        assertThat(mode.decode(new Gauge32(6))).isEqualTo(4);
        assertThat(mode.decode(new Gauge32(3))).isZero();
    }

    @Test
    void aTextWithoutNumberIsNoValue() {
        assertThat(GaugeDecoder.PLAIN.decode(new OctetString("n/a"))).isNaN();
    }

    @Test
    void anEmptyRangeIsRefused() {
        assertThatThrownBy(() -> new Interval(2, 1)).hasMessageContaining("2.0 to 1.0");
        assertThat(new Interval(1, 2).contains(Double.NaN)).isFalse();
    }
}
