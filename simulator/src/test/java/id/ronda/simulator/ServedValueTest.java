package id.ronda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.simulator.ber.BerWriter;
import java.io.IOException;
import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.smi.AbstractVariable;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

class ServedValueTest {
    @Property(tries = 300)
    void integersComeBackAndAreReadBySnmp4j(@ForAll int value) throws IOException {
        ServedValue.Constant constant = (ServedValue.Constant) ServedValue.number(Syntax.INTEGER, value);
        assertThat(constant.number()).isEqualTo(value);
        assertThat(decoded(constant).toInt()).isEqualTo(value);
    }

    @Property(tries = 300)
    void countersOf64BitsComeBackAndAreReadBySnmp4j(@ForAll long value) throws IOException {
        ServedValue.Constant constant = (ServedValue.Constant) ServedValue.number(Syntax.COUNTER64, value);
        assertThat(constant.number()).isEqualTo(value);
        assertThat(decoded(constant).toLong()).isEqualTo(value);
    }

    @Property(tries = 100)
    void octetsOfAnyLengthComeBack(@ForAll @Size(max = 400) byte[] octets) throws IOException {
        ServedValue.Constant constant = (ServedValue.Constant) ServedValue.octets(Syntax.OCTET_STRING, octets);
        assertThat(constant.content()).isEqualTo(octets);
        assertThat(decoded(constant)).isEqualTo(new OctetString(octets));
        assertThat(constant.size()).isEqualTo(octets.length + (octets.length < 128 ? 2 : octets.length < 256 ? 3 : 4));
    }

    @Test
    void everyTypeIsWhatSnmp4jCallsIt() throws IOException {
        assertThat(decoded(ServedValue.number(Syntax.COUNTER32, 5_000_000_000L)))
                .isEqualTo(new Counter32(5_000_000_000L & 0xffff_ffffL));
        assertThat(decoded(ServedValue.number(Syntax.TIME_TICKS, 360_000))).isEqualTo(new TimeTicks(360_000));
        assertThat(decoded(ServedValue.oid(Oid.of("1.3.6.1.4.1.14988.1")))).isEqualTo(new OID("1.3.6.1.4.1.14988.1"));
        Inet4Address address = (Inet4Address) Loopback.socket(1, 2, 3, 0).getAddress();
        assertThat(decoded(ServedValue.address(address))).isEqualTo(new IpAddress("127.1.2.3"));
        assertThat(decoded(ServedValue.text("Kelembapan °")))
                .isEqualTo(new OctetString("Kelembapan °".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void onlyNumbersCanBeMeasured(Syntax syntax) {
        if (syntax.numeric()) {
            assertThat(ServedValue.changing(syntax, at -> 1).syntax()).isEqualTo(syntax);
        } else {
            assertThatThrownBy(() -> ServedValue.changing(syntax, at -> 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(syntax.name());
        }
    }

    @Test
    void changingTextIsAnOctetString() {
        ServedValue.Written written = new ServedValue.Written(at -> "boot " + at.boots());
        assertThat(written.syntax()).isEqualTo(Syntax.OCTET_STRING);
        assertThat(written.at().apply(new Moment(0, 0, 3))).isEqualTo("boot 3");
    }

    private static Variable decoded(ServedValue value) throws IOException {
        BerWriter writer = new BerWriter(4);
        ((ServedValue.Constant) value).writeTo(writer);
        return AbstractVariable.createFromBER(new BERInputStream(ByteBuffer.wrap(writer.toByteArray())));
    }
}
