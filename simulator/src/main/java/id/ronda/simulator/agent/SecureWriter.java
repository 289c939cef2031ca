package id.ronda.simulator.agent;

import id.ronda.simulator.ber.BerReader;
import id.ronda.simulator.ber.BerWriter;
import id.ronda.simulator.ber.MalformedBer;
import org.jspecify.annotations.Nullable;
import org.snmp4j.security.DecryptParams;

/** Wraps a scoped PDU into an SNMPv3 message: encrypts it, writes the header, signs the whole. */
final class SecureWriter {
    private static final byte[] NONE = new byte[0];

    private final BerReader reader = new BerReader();
    private final SecureHeader written = new SecureHeader();

    void write(
            SecureReply reply,
            @Nullable LocalUser user,
            byte[] request,
            SecureHeader header,
            int level,
            BerWriter scoped,
            BerWriter out) {
        DecryptParams salt = new DecryptParams();
        boolean encrypts = user != null && (level & SecureHeader.PRIV) != 0;
        byte[] encrypted = user != null && encrypts
                ? user.encrypt(scoped.octets(), scoped.position(), reply.boots(), reply.time(), salt)
                : NONE;
        int message = out.begin(BerWriter.SEQUENCE);
        out.number(BerWriter.INTEGER, SecureMessages.VERSION_3);
        global(reply.id(), level, out);
        int security = out.begin(BerWriter.OCTET_STRING);
        int usm = out.begin(BerWriter.SEQUENCE);
        out.element(BerWriter.OCTET_STRING, reply.engineId());
        out.number(BerWriter.INTEGER, reply.boots());
        out.number(BerWriter.INTEGER, reply.time());
        out.element(BerWriter.OCTET_STRING, request, header.userFrom(), header.userTo());
        out.element(BerWriter.OCTET_STRING, new byte[user != null && level != 0 ? user.digestLength() : 0]);
        out.element(BerWriter.OCTET_STRING, encrypts ? salt.array : NONE);
        out.end(usm);
        out.end(security);
        if (encrypts) {
            out.element(BerWriter.OCTET_STRING, encrypted);
        } else {
            out.raw(scoped.octets(), 0, scoped.position());
        }
        out.end(message);
        if (user != null && level != 0) {
            user.sign(out.octets(), out.position(), digestPlace(out));
        }
    }

    private static void global(int id, int level, BerWriter out) {
        int global = out.begin(BerWriter.SEQUENCE);
        out.number(BerWriter.INTEGER, id);
        out.number(BerWriter.INTEGER, 65_507);
        out.element(BerWriter.OCTET_STRING, new byte[] {(byte) level});
        out.number(BerWriter.INTEGER, SecureHeader.USM);
        out.end(global);
    }

    /** Lengths move what stands behind them, so where the digest goes is known only when all is written. */
    private int digestPlace(BerWriter out) {
        try {
            reader.over(out.octets(), 0, out.position()).enter(BerWriter.SEQUENCE);
            reader.integer();
            written.read(reader);
            return written.digestFrom();
        } catch (MalformedBer broken) {
            throw new IllegalStateException("the message just written cannot be read; BerWriter is broken", broken);
        }
    }
}
