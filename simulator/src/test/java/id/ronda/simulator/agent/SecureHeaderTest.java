package id.ronda.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.simulator.ber.BerReader;
import id.ronda.simulator.ber.BerWriter;
import id.ronda.simulator.ber.MalformedBer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SecureHeaderTest {
    private static final byte[] ENGINE = {(byte) 0x80, 0, 0x7e, (byte) 0xd9, 5, 1, 2, 3};

    @Test
    void everyFieldIsFoundWhereItStands() throws MalformedBer {
        byte[] octets = header(17, 1_400, new byte[] {7}, 3);
        SecureHeader header = read(octets);
        assertThat(header.id()).isEqualTo(17);
        assertThat(header.maxSize()).isEqualTo(1_400);
        assertThat(header.level()).isEqualTo(SecureHeader.AUTH | SecureHeader.PRIV);
        assertThat(header.reportable()).isTrue();
        assertThat(header.boots()).isEqualTo(4);
        assertThat(header.time()).isEqualTo(86_400);
        assertThat(part(octets, header.engineFrom(), header.engineTo())).isEqualTo(text(ENGINE));
        assertThat(part(octets, header.userFrom(), header.userTo())).isEqualTo("guard");
        assertThat(part(octets, header.digestFrom(), header.digestTo())).isEqualTo("twelve octet");
        assertThat(part(octets, header.saltFrom(), header.saltTo())).isEqualTo("8 octets");
        assertThat(header.acceptable()).isTrue();
    }

    @Test
    void privacyNeedsAuthentication() throws MalformedBer {
        assertThat(read(header(1, 1_400, new byte[] {2}, 3)).acceptable()).isFalse();
        assertThat(read(header(1, 1_400, new byte[] {1}, 3)).acceptable()).isTrue();
        assertThat(read(header(1, 1_400, new byte[] {0}, 3)).acceptable()).isTrue();
    }

    @Test
    void tooSmallMessagesAndOtherModelsAreNotAccepted() throws MalformedBer {
        assertThat(read(header(1, 483, new byte[] {1}, 3)).acceptable()).isFalse();
        assertThat(read(header(1, 484, new byte[] {1}, 3)).acceptable()).isTrue();
        assertThat(read(header(1, 1_400, new byte[] {1}, 4)).acceptable()).isFalse();
    }

    @Test
    void flagsAreOneOctet() {
        assertThatThrownBy(() -> read(header(1, 1_400, new byte[] {}, 3))).isInstanceOf(MalformedBer.class);
        assertThatThrownBy(() -> read(header(1, 1_400, new byte[] {1, 2}, 3))).isInstanceOf(MalformedBer.class);
    }

    @Property(tries = 400)
    void aCutHeaderIsRefused(@ForAll @IntRange(max = 60) int length) {
        byte[] octets = header(17, 1_400, new byte[] {7}, 3);
        int cut = Math.min(length, octets.length - 1);
        assertThatThrownBy(() -> new SecureHeader().read(new BerReader().over(octets, 0, cut)))
                .isInstanceOf(MalformedBer.class);
    }

    private static SecureHeader read(byte[] octets) throws MalformedBer {
        SecureHeader header = new SecureHeader();
        header.read(new BerReader().over(octets, 0, octets.length));
        return header;
    }

    private static byte[] header(int id, int maxSize, byte[] flags, int model) {
        BerWriter out = new BerWriter(64);
        int global = out.begin(BerWriter.SEQUENCE);
        out.number(BerWriter.INTEGER, id);
        out.number(BerWriter.INTEGER, maxSize);
        out.element(BerWriter.OCTET_STRING, flags);
        out.number(BerWriter.INTEGER, model);
        out.end(global);
        int security = out.begin(BerWriter.OCTET_STRING);
        int usm = out.begin(BerWriter.SEQUENCE);
        out.element(BerWriter.OCTET_STRING, ENGINE);
        out.number(BerWriter.INTEGER, 4);
        out.number(BerWriter.INTEGER, 86_400);
        out.element(BerWriter.OCTET_STRING, "guard".getBytes(StandardCharsets.UTF_8));
        out.element(BerWriter.OCTET_STRING, "twelve octet".getBytes(StandardCharsets.UTF_8));
        out.element(BerWriter.OCTET_STRING, "8 octets".getBytes(StandardCharsets.UTF_8));
        out.end(usm);
        out.end(security);
        return out.toByteArray();
    }

    private static String part(byte[] octets, int from, int to) {
        return new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
