package id.ronda.collector.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Opaque;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

class NumericValueTest {

    @Test
    void takesEveryIntegerTypeAsItIs() {
        assertThat(NumericValue.of(new Integer32(-40))).isEqualTo(-40);
        assertThat(NumericValue.of(new Counter32(4_294_967_295L))).isEqualTo(4_294_967_295.0);
        assertThat(NumericValue.of(new Gauge32(3_000_000_000L))).isEqualTo(3_000_000_000.0);
        assertThat(NumericValue.of(new TimeTicks(360_000))).isEqualTo(360_000);
        assertThat(NumericValue.of(new Counter64(1L << 40))).isEqualTo(0x1p40);
    }

    @Test
    void takesTheUpperHalfOfACounter64AsPositive() {
        assertThat(NumericValue.of(new Counter64(-1))).isEqualTo(0x1p64);
        assertThat(NumericValue.of(new Counter64(Long.MIN_VALUE))).isEqualTo(0x1p63);
    }

    @ParameterizedTest
    @CsvSource({"23.5 C,23.5", "'  -7',-7", "+.5,0.5", "1e3 W,1000", "12.,12", "230V,230", "4%,4", "46.381199,46.381199"
    })
    void findsTheNumberATextBeginsWith(String text, double number) {
        assertThat(NumericValue.of(new OctetString(text))).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n/a", "notsupported", "-", "C 23", "NaN"})
    void isNoNumberWhereATextHasNone(String text) {
        assertThat(NumericValue.of(new OctetString(text))).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"9f780441bc0000,23.5", "9f780441b8cccd,23.1", "9f7908403780000000000000,23.5"})
    void readsTheFloatInAnOpaque(String octets, double number) {
        // The third has 8 octets of a double after a length of 8.
        var bytes = HexFormat.of().parseHex(octets.length() > 22 ? octets.substring(0, 22) : octets);
        assertThat(NumericValue.of(new Opaque(bytes))).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9f", "9f7804", "9f780441bc", "9f7a0441bc0000", "30050441bc0000", "9f790441bc0000"})
    void isNoNumberWhereAnOpaqueHoldsAnythingElse(String octets) {
        assertThat(NumericValue.of(new Opaque(HexFormat.of().parseHex(octets)))).isNaN();
    }

    @Test
    void isNoNumberForWhatIsNotANumberAtAll() {
        for (Variable other : new Variable[] {new OID("1.3.6"), new Null(), Null.noSuchInstance}) {
            assertThat(NumericValue.of(other)).isNaN();
        }
    }

    @Test
    void findsANumberInsideATextByAPattern() {
        var pattern = Pattern.compile("load=(\\S+)");

        assertThat(NumericValue.of(new OctetString("cpu load=12.5 of 100"), pattern))
                .isEqualTo(12.5);
        assertThat(NumericValue.of(new OctetString("cpu idle"), pattern)).isNaN();
    }
}
