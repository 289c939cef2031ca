package id.ronda.collector.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

class DisplayTextTest {
    private static String text(byte... bytes) {
        return DisplayText.of(new OctetString(bytes));
    }

    @Test
    void readsUtf8AndFallsBackToLatin1() {
        assertThat(text("Kantor Bupati, lantai 2 – ruang é".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("Kantor Bupati, lantai 2 – ruang é");
        assertThat(text("Büro".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("Büro");
    }

    @Test
    void dropsThePaddingOfOldAgents() {
        assertThat(text("eth0\0\0\0\0".getBytes(StandardCharsets.US_ASCII))).isEqualTo("eth0");
        assertThat(text("  Cisco IOS\r\nVersion 15 \n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("Cisco IOS Version 15");
    }

    @Test
    void showsBytesThatAreNoTextAsHexadecimal() {
        assertThat(text((byte) 0x00, (byte) 0x0c, (byte) 0x29, (byte) 0x05)).isEqualTo("00:0c:29:05");
    }

    @Test
    void showsOtherTypesAsSnmp4jDoes() {
        assertThat(DisplayText.of(new Integer32(3))).isEqualTo("3");
        assertThat(DisplayText.of(new Null())).isEmpty();
        assertThat(DisplayText.of(new OID("1.3.6.1.4.1.9"))).isEqualTo("1.3.6.1.4.1.9");
    }
}
