package id.ronda.simulator.agent;

import id.ronda.simulator.AgentCount;
import id.ronda.simulator.Moment;
import id.ronda.simulator.ber.BerReader;
import id.ronda.simulator.ber.BerWriter;
import id.ronda.simulator.ber.MalformedBer;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages of SNMPv3 with USM, in the order of checks of RFC 3414 section 3.2: engine, user, level, digest, time,
 * decryption; what fails is reported by its own counter.
 */
final class SecureMessages {
    static final int VERSION_3 = 3;
    private static final int TIME_WINDOW_SECONDS = 150;
    /** More than header and security parameters can take: two engine ids, a user, a digest of 48 octets. */
    private static final int HEADERS = 256;

    private final SecureHeader header = new SecureHeader();
    private final PduRequest request = new PduRequest();
    private final BerReader plain = new BerReader();
    private final BerWriter scoped = new BerWriter(8192);
    private final SecureWriter writer = new SecureWriter();
    private final Map<UsmReport, Integer> reported = new EnumMap<>(UsmReport.class);
    private final PduResponder responder;
    private final Counts counts;

    SecureMessages(PduResponder responder, Counts counts) {
        this.responder = responder;
        this.counts = counts;
    }

    /** Answers, or reports why not, or stays silent. */
    Reply answer(BerReader reader, int length, Endpoint endpoint, long nanos, long epochMillis, BerWriter out)
            throws MalformedBer {
        header.read(reader);
        if (!header.acceptable()) {
            counts.add(AgentCount.UNREPORTABLE);
            return Reply.SILENCE;
        }
        Session only = endpoint.onlyDevice();
        if (only != null) {
            only.moment(nanos, epochMillis);
        }
        Engine engine = endpoint.engine();
        byte[] octets = reader.octets();
        SecureReply reply = new SecureReply(engine, engine.boots(only), engine.time(only, nanos), header.id());
        LocalUser user = engine.user(octets, header.userFrom(), header.userTo());
        UsmReport failure = refusal(octets, length, reply, user);
        if (failure != null || user == null) {
            UsmReport report = failure == null ? UsmReport.UNKNOWN_USER_NAMES : failure;
            return report(report, reply, report == UsmReport.NOT_IN_TIME_WINDOWS ? user : null, octets, only, out);
        }
        return scopedPdu(reader, endpoint, user, reply, nanos, epochMillis, out);
    }

    private @Nullable UsmReport refusal(byte[] octets, int length, SecureReply reply, @Nullable LocalUser user) {
        if (!reply.isFor(octets, header.engineFrom(), header.engineTo())) {
            return UsmReport.UNKNOWN_ENGINE_IDS;
        }
        if (user == null) {
            return UsmReport.UNKNOWN_USER_NAMES;
        }
        if ((header.level() & ~user.level()) != 0) {
            return UsmReport.UNSUPPORTED_SEC_LEVELS;
        }
        if (header.level() == 0) {
            return null;
        }
        if (!user.isAuthentic(octets, length, header.digestFrom(), header.digestTo())) {
            return UsmReport.WRONG_DIGESTS;
        }
        boolean inTime =
                header.boots() == reply.boots() && Math.abs(header.time() - reply.time()) <= TIME_WINDOW_SECONDS;
        return inTime ? null : UsmReport.NOT_IN_TIME_WINDOWS;
    }

    private Reply scopedPdu(
            BerReader reader,
            Endpoint endpoint,
            LocalUser user,
            SecureReply reply,
            long nanos,
            long epochMillis,
            BerWriter out)
            throws MalformedBer {
        byte[] octets = reader.octets();
        BerReader pdu = reader;
        if ((header.level() & SecureHeader.PRIV) != 0) {
            int end = reader.enter(BerWriter.OCTET_STRING);
            byte[] decrypted = user.decrypt(octets, reader.position(), end, header);
            if (decrypted == null || !looksLikeScopedPdu(decrypted)) {
                return report(UsmReport.DECRYPTION_ERRORS, reply, null, octets, endpoint.onlyDevice(), out);
            }
            pdu = plain.over(decrypted, 0, decrypted.length);
        }
        pdu.enter(BerWriter.SEQUENCE);
        pdu.leave(pdu.enter(BerWriter.OCTET_STRING));
        int contextTo = pdu.enter(BerWriter.OCTET_STRING);
        int contextFrom = pdu.position();
        Session session = endpoint.context(pdu.octets(), contextFrom, contextTo);
        pdu.leave(contextTo);
        request.read(pdu);
        if (session == null) {
            return report(UsmReport.UNKNOWN_CONTEXTS, reply, user, octets, null, out);
        }
        if (!request.answerable(false)) {
            counts.add(AgentCount.NO_REQUEST);
            return Reply.SILENCE;
        }
        beginScoped(reply, pdu.octets(), contextFrom, contextTo);
        respond(session, user, session.moment(nanos, epochMillis), nanos);
        scoped.end(2);
        writer.write(reply, user, octets, header, header.level(), scoped, out);
        return new Reply(true, session);
    }

    private void respond(Session session, LocalUser user, Moment moment, long nanos) {
        if (header.level() != user.level()) {
            // What VACM says of a user who could have come better protected: no view at this level.
            responder.refuse(request, request.requestId(), ErrorStatus.AUTHORIZATION_ERROR, 0, false, scoped);
            return;
        }
        int limit = Math.min(session.device().maxMessageSize(), header.maxSize()) - HEADERS;
        responder.respond(session, request, false, moment, nanos, scoped, limit);
    }

    private void beginScoped(SecureReply reply, byte[] octets, int contextFrom, int contextTo) {
        scoped.clear().begin(BerWriter.SEQUENCE);
        scoped.element(BerWriter.OCTET_STRING, reply.engineId());
        scoped.element(BerWriter.OCTET_STRING, octets, contextFrom, contextTo);
    }

    /** A wrong key gives noise: it must at least begin like a sequence that fits. */
    private boolean looksLikeScopedPdu(byte[] decrypted) {
        try {
            plain.over(decrypted, 0, decrypted.length).enter(BerWriter.SEQUENCE);
            plain.leave(plain.enter(BerWriter.OCTET_STRING));
            plain.leave(plain.enter(BerWriter.OCTET_STRING));
            return true;
        } catch (MalformedBer noise) {
            return false;
        }
    }

    private Reply report(
            UsmReport what,
            SecureReply reply,
            @Nullable LocalUser user,
            byte[] octets,
            @Nullable Session only,
            BerWriter out) {
        if (!header.reportable()) {
            counts.add(AgentCount.UNREPORTABLE);
            return Reply.SILENCE;
        }
        counts.add(AgentCount.REPORTS);
        beginScoped(reply, octets, 0, 0);
        int pdu = PduResponder.head(scoped, PduRequest.REPORT, 0, 0, 0);
        int list = scoped.begin(BerWriter.SEQUENCE);
        int binding = scoped.begin(BerWriter.SEQUENCE);
        scoped.element(BerWriter.OBJECT_IDENTIFIER, what.counter());
        scoped.number(0x41, reported.merge(what, 1, Integer::sum));
        scoped.end(binding);
        scoped.end(list);
        scoped.end(pdu);
        scoped.end(2);
        writer.write(reply, user, octets, header, user == null ? 0 : SecureHeader.AUTH, scoped, out);
        return new Reply(true, only);
    }
}
