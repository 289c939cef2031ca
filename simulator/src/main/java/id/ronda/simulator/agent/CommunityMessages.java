package id.ronda.simulator.agent;

import id.ronda.simulator.AgentCount;
import id.ronda.simulator.Moment;
import id.ronda.simulator.ber.BerReader;
import id.ronda.simulator.ber.BerWriter;
import id.ronda.simulator.ber.MalformedBer;
import org.jspecify.annotations.Nullable;

/** Messages of SNMPv1 and SNMPv2c: the fast path. */
final class CommunityMessages {
    static final int VERSION_1 = 0;
    static final int VERSION_2C = 1;

    private final PduRequest request = new PduRequest();
    private final PduResponder responder;
    private final Counts counts;

    CommunityMessages(PduResponder responder, Counts counts) {
        this.responder = responder;
        this.counts = counts;
    }

    /** Answers the message whose version was read just now; the device that answered, or null for silence. */
    @Nullable
    Session answer(int version, BerReader reader, Endpoint endpoint, long nanos, long epochMillis, BerWriter out)
            throws MalformedBer {
        int communityTo = reader.enter(BerWriter.OCTET_STRING);
        int communityFrom = reader.position();
        Session session = endpoint.community(reader.octets(), communityFrom, communityTo);
        if (session == null) {
            counts.add(AgentCount.UNKNOWN_COMMUNITY);
            return null;
        }
        reader.leave(communityTo);
        request.read(reader);
        boolean version1 = version == VERSION_1;
        if (!request.answerable(version1)) {
            counts.add(AgentCount.NO_REQUEST);
            return null;
        }
        Moment moment = session.moment(nanos, epochMillis);
        int message = out.begin(BerWriter.SEQUENCE);
        out.number(BerWriter.INTEGER, version);
        out.element(BerWriter.OCTET_STRING, reader.octets(), communityFrom, communityTo);
        responder.respond(
                session, request, version1, moment, nanos, out, session.device().maxMessageSize());
        out.end(message);
        return session;
    }
}
