package id.ronda.collector.snmp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;

/**
 * Messages of v3 to one device (RFC 3412, RFC 3414). As long as the engine is not known every request goes out as its discovery; the
 * Report that comes back says the engine's id and time, and the request goes out again, signed and encrypted.
 */
final class UsmDialect implements Dialect {
    private static final byte[] NONE = {};
    private static final int SIGNED = 1;
    private static final int ENCRYPTED = 2;
    private static final int REPORTABLE = 4;
    private static final int REPORT = 0xA8;
    private static final PreparedRequest DISCOVERY = PreparedRequest.of(new SnmpRequest.Get(List.of()));

    private final UsmUser user;
    private final byte[] userName;
    private final PassphraseHashes hashes;
    private final int msgMaxSize;
    private final EngineClock clock = new EngineClock();
    private final long firstSalt;
    private byte[] engineId = NONE;
    private byte @Nullable [] contextHead;
    private boolean proven;
    private @Nullable MessageDigests digests;
    private @Nullable MessageCipher cipher;

    UsmDialect(UsmUser user, PassphraseHashes hashes, int msgMaxSize, long firstSalt) {
        this.firstSalt = firstSalt;
        this.user = user;
        this.userName = user.user().getBytes(UTF_8);
        this.hashes = hashes;
        this.msgMaxSize = msgMaxSize;
    }

    @Override
    public byte[] seal(PreparedRequest request, int id, long nowNanos) {
        byte[] context = contextHead;
        if (context == null) {
            return plain(scoped(DISCOVERY.pdu(id), contextHead(NONE, NONE)), id);
        }
        byte[] scoped = scoped(request.pdu(id), context);
        if (digests == null) {
            return message(scoped, REPORTABLE, id, nowNanos, NONE, NONE).toByteArray();
        }
        return cipher == null
                ? signed(scoped, REPORTABLE | SIGNED, NONE, id, nowNanos, digests)
                : encrypted(scoped, id, nowNanos, cipher, digests);
    }

    private byte[] encrypted(byte[] scoped, int id, long nowNanos, MessageCipher with, MessageDigests by) {
        var encrypted = with.encrypt(scoped, clock.boots(), clock.seconds(nowNanos));
        byte[] data = new BerWriter(BerWriter.lengthWithHeader(encrypted.data().length))
                .octets(0x04, encrypted.data())
                .toByteArray();
        return signed(data, REPORTABLE | SIGNED | ENCRYPTED, encrypted.salt(), id, nowNanos, by);
    }

    /** The digest stands before the privacy parameters, which stand before the data. */
    private byte[] signed(byte[] data, int flags, byte[] salt, int id, long nowNanos, MessageDigests by) {
        byte[] message =
                message(data, flags, id, nowNanos, new byte[by.length()], salt).toByteArray();
        by.sign(message, message.length - data.length - salt.length - 2 - by.length());
        return message;
    }

    private byte[] plain(byte[] scoped, int id) {
        var out = new BerWriter(scoped.length + 64).raw(scoped);
        return head(parameters(out, NONE, 0, 0, NONE, NONE, NONE), REPORTABLE, id)
                .toByteArray();
    }

    private BerWriter message(byte[] data, int flags, int id, long nowNanos, byte[] digest, byte[] privParameters) {
        var out = new BerWriter(data.length + 192).raw(data);
        boolean isSigned = (flags & SIGNED) != 0;
        int boots = isSigned ? clock.boots() : 0;
        int seconds = isSigned ? clock.seconds(nowNanos) : 0;
        return head(parameters(out, engineId, boots, seconds, userName, digest, privParameters), flags, id);
    }

    private static BerWriter parameters(
            BerWriter out, byte[] engine, int boots, int seconds, byte[] name, byte[] digest, byte[] privParameters) {
        int mark = out.written();
        out.octets(0x04, privParameters).octets(0x04, digest).octets(0x04, name);
        return out.integer(seconds)
                .integer(boots)
                .octets(0x04, engine)
                .header(0x30, mark)
                .header(0x04, mark);
    }

    private BerWriter head(BerWriter out, int flags, int id) {
        int mark = out.written();
        out.integer(3)
                .octets(0x04, new byte[] {(byte) flags})
                .integer(msgMaxSize)
                .integer(id)
                .header(0x30, mark);
        return out.integer(SnmpVersion.V3.wire()).header(0x30, 0);
    }

    private static byte[] contextHead(byte[] engine, byte[] context) {
        return new BerWriter(64).octets(0x04, context).octets(0x04, engine).toByteArray();
    }

    private static byte[] scoped(byte[] pdu, byte[] context) {
        return new BerWriter(pdu.length + context.length + 4)
                .raw(pdu)
                .raw(context)
                .header(0x30, 0)
                .toByteArray();
    }

    @Override
    public Opened open(MessageHead head, long nowNanos) throws BerException {
        var in = head.in();
        var parameters = UsmParameters.read(in);
        if ((head.flags() & SIGNED) == 0) {
            return unsigned(head, parameters, in, nowNanos);
        }
        if (!Arrays.equals(parameters.engineId(), engineId) || !Arrays.equals(parameters.user(), userName)) {
            return wait(SnmpFailure.UNKNOWN_ENGINE, "answer of another engine or user");
        }
        if (!isAuthentic(in, parameters)) {
            return wait(SnmpFailure.WRONG_DIGEST, "the answer's digest is wrong");
        }
        return authentic(head, parameters, in, nowNanos);
    }

    /**
     * Silence makes the next request discover the engine anew: a device that was replaced may keep silent to messages for the old one.
     *
     * <p>An agent that cannot decrypt a request mostly finds no PDU in it and drops it, while a wrong user or digest is reported. So
     * silence to encrypted requests right after an answered discovery is called {@link SnmpFailure#DECRYPTION}, as long as none was
     * ever answered. A device that has gone does not answer the discovery either, which is a timeout.
     */
    @Override
    public SnmpFailure unanswered() {
        boolean undecrypted = contextHead != null
                && !proven
                && user.priv() != null
                && user.context().isEmpty();
        contextHead = null;
        return undecrypted ? SnmpFailure.DECRYPTION : SnmpFailure.TIMEOUT;
    }

    /** Where signed messages are due, an unsigned one can be a Report only, and is a hint only. */
    private Opened unsigned(MessageHead head, UsmParameters parameters, BerReader in, long nowNanos)
            throws BerException {
        if ((head.flags() & ENCRYPTED) != 0) {
            return wait(SnmpFailure.MALFORMED, "the answer is encrypted and not signed");
        }
        enterScoped(in);
        if (in.peekTag() == REPORT) {
            return unsignedReport(counterOf(in), parameters, nowNanos);
        }
        return user.auth() != null || contextHead == null
                ? wait(SnmpFailure.UNSUPPORTED_SECURITY_LEVEL, "the answer is not signed")
                : proven(in);
    }

    private Opened proven(BerReader in) {
        proven = true;
        return new Opened.Pdu(in);
    }

    private Opened unsignedReport(OID counter, UsmParameters parameters, long nowNanos) {
        var failure = UsmReports.failure(counter);
        boolean news = contextHead == null || failure == SnmpFailure.UNKNOWN_ENGINE;
        if (news && parameters.engineId().length > 0) {
            learn(parameters, nowNanos);
            return new Opened.Refused(failure, "the engine keeps changing", Remedy.SEND_AGAIN);
        }
        if (failure == SnmpFailure.TIME_WINDOW && clock.guess(parameters.boots(), parameters.seconds(), nowNanos)) {
            return new Opened.Refused(failure, "the device refuses its own time", Remedy.SEND_AGAIN);
        }
        return wait(failure, "the device reports " + counter);
    }

    private Opened authentic(MessageHead head, UsmParameters parameters, BerReader message, long nowNanos)
            throws BerException {
        boolean isEncrypted = (head.flags() & ENCRYPTED) != 0;
        var in = isEncrypted ? decrypted(message, parameters) : message;
        if (in == null) {
            return wait(SnmpFailure.DECRYPTION, "the answer cannot be decrypted");
        }
        enterScoped(in);
        if (in.peekTag() == REPORT) {
            return reported(in, parameters, nowNanos);
        }
        if (isEncrypted != (user.priv() != null)) {
            return wait(SnmpFailure.UNSUPPORTED_SECURITY_LEVEL, "the answer is not encrypted");
        }
        if (!clock.accepts(parameters.boots(), parameters.seconds(), nowNanos)) {
            clock.forget();
            return wait(SnmpFailure.TIME_WINDOW, "the answer is older than 150 seconds");
        }
        return proven(in);
    }

    private Opened reported(BerReader in, UsmParameters parameters, long nowNanos) throws BerException {
        var counter = counterOf(in);
        var failure = UsmReports.failure(counter);
        if (failure == SnmpFailure.TIME_WINDOW) {
            clock.synchronise(parameters.boots(), parameters.seconds(), nowNanos);
            return new Opened.Refused(failure, "the device's clock was another", Remedy.SEND_AGAIN);
        }
        return wait(failure, "the device reports " + counter);
    }

    private static Opened wait(SnmpFailure failure, String detail) {
        return new Opened.Refused(failure, detail, Remedy.WAIT);
    }

    private void learn(UsmParameters parameters, long nowNanos) {
        if (!Arrays.equals(engineId, parameters.engineId())) {
            engineId = parameters.engineId();
            use(UsmKeys.of(user, engineId, hashes));
            proven = false;
            clock.forget();
        }
        contextHead = contextHead(engineId, user.context().getBytes(UTF_8));
        clock.guess(parameters.boots(), parameters.seconds(), nowNanos);
    }

    private void use(UsmKeys keys) {
        byte[] authKey = keys.auth();
        byte[] privKey = keys.priv();
        digests = user.auth() == null || authKey == null ? null : new MessageDigests(user.auth(), authKey);
        cipher = user.priv() == null || privKey == null ? null : new MessageCipher(user.priv(), privKey, firstSalt);
    }

    private boolean isAuthentic(BerReader in, UsmParameters parameters) {
        return digests != null
                && parameters.digestLength() == digests.length()
                && digests.matches(in.buffer(), in.origin(), in.end(), parameters.digestAt());
    }

    /** A reader of the decrypted data; null if the key is not the one it was encrypted with. */
    private @Nullable BerReader decrypted(BerReader in, UsmParameters parameters) throws BerException {
        int length = in.header(0x04);
        byte[] data = cipher == null
                ? null
                : cipher.decrypt(
                        in.buffer(),
                        in.position(),
                        length,
                        parameters.boots(),
                        parameters.seconds(),
                        parameters.privSalt());
        return data != null && data.length > 0 && data[0] == 0x30 ? new BerReader(data, 0, data.length) : null;
    }

    private static void enterScoped(BerReader in) throws BerException {
        in.enter(0x30);
        in.skip(0x04);
        in.skip(0x04);
    }

    private static OID counterOf(BerReader in) throws BerException {
        in.enter(REPORT);
        in.integer();
        in.integer();
        in.integer();
        in.enter(0x30);
        in.enter(0x30);
        return in.oid();
    }
}
