package id.ronda.simulator.ber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UnsignedInteger32;

class BerRoundTripTest {
    @Property(tries = 300)
    void integersAreWhatSnmp4jWrites(@ForAll int value) throws IOException {
        BerWriter writer = new BerWriter(2);
        writer.number(BerWriter.INTEGER, value);
        assertThat(writer.toByteArray()).isEqualTo(encoded(new Integer32(value)));
    }

    @Property(tries = 300)
    void integersAreReadFromWhatSnmp4jWrites(@ForAll int value) throws IOException, MalformedBer {
        byte[] octets = encoded(new Integer32(value));
        assertThat(new BerReader().over(octets, 0, octets.length).integer()).isEqualTo(value);
    }

    @Property(tries = 300)
    void countersAreReadBySnmp4j(@ForAll long value) throws IOException {
        BerWriter writer = new BerWriter(2);
        writer.unsigned64(0x46, value);
        Counter64 read = new Counter64();
        read.decodeBER(new BERInputStream(ByteBuffer.wrap(writer.toByteArray())));
        assertThat(read.getValue()).isEqualTo(value);
    }

    @Property(tries = 300)
    void gaugesAreReadBySnmp4j(@ForAll int bits) throws IOException {
        long value = bits & 0xffff_ffffL;
        BerWriter writer = new BerWriter(2);
        writer.number(0x42, value);
        UnsignedInteger32 read = new UnsignedInteger32();
        read.decodeBER(new BERInputStream(ByteBuffer.wrap(writer.toByteArray())));
        assertThat(read.getValue()).isEqualTo(value);
    }

    @Property(tries = 100)
    void stringsOfAnyLengthAreReadBySnmp4j(@ForAll @Size(max = 700) byte[] content) throws IOException {
        BerWriter writer = new BerWriter(2);
        int sequence = writer.begin(BerWriter.OCTET_STRING);
        writer.raw(content, 0, content.length);
        writer.end(sequence);
        OctetString read = new OctetString();
        read.decodeBER(new BERInputStream(ByteBuffer.wrap(writer.toByteArray())));
        assertThat(read.getValue()).isEqualTo(content);
    }

    @Property(tries = 100)
    void nestedElementsAreEnteredWhereTheyBegin(@ForAll @Size(max = 300) byte[] content) throws MalformedBer {
        BerWriter writer = new BerWriter(2);
        int outer = writer.begin(BerWriter.SEQUENCE);
        writer.element(BerWriter.OCTET_STRING, content);
        writer.number(BerWriter.INTEGER, -5);
        writer.end(outer);
        BerReader reader = new BerReader().over(writer.octets(), 0, writer.position());
        int end = reader.enter(BerWriter.SEQUENCE);
        reader.leave(reader.enter(BerWriter.OCTET_STRING));
        assertThat(reader.integer()).isEqualTo(-5);
        assertThat(reader.before(end)).isFalse();
    }

    @Property(tries = 500)
    void noiseIsRefusedAndNeverReadBeyondItsEnd(@ForAll @Size(max = 40) byte[] noise) {
        BerReader reader = new BerReader().over(noise, 0, noise.length);
        try {
            while (reader.before(noise.length)) {
                reader.leave(reader.enterAny());
            }
            assertThat(reader.position()).isEqualTo(noise.length);
        } catch (MalformedBer refused) {
            assertThat(reader.position()).isLessThanOrEqualTo(noise.length);
        }
    }

    @Test
    void anElementLongerThanItsMessageIsRefused() {
        byte[] octets = {0x30, 0x05, 0x02, 0x01, 0x00};
        assertThatThrownBy(() -> new BerReader().over(octets, 0, octets.length).enter(BerWriter.SEQUENCE))
                .isInstanceOf(MalformedBer.class)
                .hasMessageContaining("longer");
    }

    private static byte[] encoded(Integer32 value) throws IOException {
        BEROutputStream out = new BEROutputStream(ByteBuffer.allocate(value.getBERLength()));
        value.encodeBER(out);

        return out.getBuffer().array();
    }
}
