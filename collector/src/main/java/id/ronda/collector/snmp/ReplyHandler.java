package id.ronda.collector.snmp;

import id.ronda.collector.snmp.Dialect.Opened;
import id.ronda.collector.snmp.SnmpMeters.Discard;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.smi.OID;

/** Takes datagrams in: finds the exchange, judges the message, ends the exchange. Whatever comes, nothing is thrown. */
@Sharable
final class ReplyHandler extends SimpleChannelInboundHandler<DatagramPacket> {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyHandler.class);

    private final SnmpLoop loop;
    private final PendingRequests pending;
    private final SnmpMeters meters;
    private final SourceNotes notes = new SourceNotes();
    private byte[] scratch = new byte[8192];

    ReplyHandler(SnmpLoop loop, PendingRequests pending, SnmpMeters meters) {
        this.loop = loop;
        this.pending = pending;
        this.meters = meters;
    }

    SourceNotes notes() {
        return notes;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        ByteBuf content = packet.content();
        int length = content.readableBytes();
        if (length > scratch.length) {
            scratch = new byte[length];
        }
        content.readBytes(scratch, 0, length);
        received(new BerReader(scratch, 0, length), packet.sender());
    }

    private void received(BerReader in, InetSocketAddress sender) {
        long now = System.nanoTime();
        MessageHead head;
        try {
            head = MessageHead.read(in);
        } catch (BerException e) {
            meters.discarded(Discard.GARBAGE);
            notes.garbage(sender, "the answer " + e.getMessage(), now);
            return;
        }
        var exchange = pending.find(head.id());
        if (exchange == null) {
            unexpected(head.id(), sender, now);
        } else if (isStranger(sender, exchange.peer().endpoint())) {
            meters.discarded(Discard.WRONG_ADDRESS);
            exchange.hint(SnmpFailure.WRONG_ADDRESS, "answered from " + sender);
        } else {
            matched(exchange, head, now);
        }
    }

    private static boolean isStranger(InetSocketAddress sender, SnmpEndpoint endpoint) {
        return !endpoint.anyReplyAddress() && !endpoint.address().equals(sender);
    }

    private void unexpected(int id, InetSocketAddress sender, long now) {
        var ended = pending.findEnded(id);
        if (ended == null) {
            meters.discarded(Discard.UNKNOWN_ID);
            notes.foreignId(sender, now);
            return;
        }
        meters.discarded(Discard.LATE);
        if (!isStranger(sender, ended.peer().endpoint())) {
            ended.peer().roundTrip().measured(ended.roundTripNanos(id, now));
        }
    }

    private void matched(Exchange exchange, MessageHead head, long now) {
        exchange.peer().roundTrip().measured(exchange.roundTripNanos(head.id(), now));
        try {
            if (head.in().cut()) {
                cut(exchange);
            } else if (head.version() != exchange.peer().version().wire()) {
                spoilt(exchange, SnmpFailure.MALFORMED, "the answer has version number " + head.version());
            } else {
                opened(exchange, head, exchange.peer().dialect().open(head, now), now);
            }
        } catch (BerException e) {
            spoilt(exchange, SnmpFailure.MALFORMED, "the answer " + e.getMessage());
        }
    }

    private void cut(Exchange exchange) {
        var request = exchange.request();
        exchange.peer().answerSize().lost(request.bulkValues(), request.oids().size());
        spoilt(exchange, SnmpFailure.TRUNCATED, "the answer is longer than what arrived of it");
    }

    /** On v1 and v2c the id is all the proof there is; on v3 an unsigned message proves nothing, a signed one may still come. */
    private void spoilt(Exchange exchange, SnmpFailure failure, String detail) {
        if (exchange.peer().version() == SnmpVersion.V3) {
            meters.discarded(Discard.REFUSED);
            loop.suspect(exchange, failure, detail);
        } else {
            loop.finish(exchange, exchange.failed(failure, detail));
        }
    }

    private void opened(Exchange exchange, MessageHead head, Opened opened, long now) throws BerException {
        switch (opened) {
            case Opened.Pdu pdu -> response(exchange, head, pdu.in(), now);
            case Opened.Refused refused -> refused(exchange, refused);
        }
    }

    private void refused(Exchange exchange, Opened.Refused refused) {
        if (refused.remedy() == Dialect.Remedy.SEND_AGAIN && exchange.mayRemedy()) {
            loop.again(exchange);
        } else {
            meters.discarded(Discard.REFUSED);
            loop.suspect(exchange, refused.failure(), refused.detail());
        }
    }

    private void response(Exchange exchange, MessageHead head, BerReader in, long now) throws BerException {
        in.enter(0xA2);
        if (in.integer() != head.id()) {
            throw new BerException("has another request's id inside");
        }
        int status = in.integer();
        int index = in.integer();
        if (status == 0) {
            answered(exchange, in, now);
        } else {
            refusedByDevice(exchange, status, index, now);
        }
    }

    private void answered(Exchange exchange, BerReader in, long now) throws BerException {
        var request = exchange.request();
        var bindings = Bindings.read(in, request);
        request.verify(bindings);
        exchange.peer().answerSize().whole(request.bulkValues(), request.oids().size());
        loop.finish(exchange, exchange.answered(bindings, now));
    }

    /** Error statuses of RFC 3416 section 3. */
    private void refusedByDevice(Exchange exchange, int status, int index, long now) {
        switch (status) {
            case 1 -> tooBig(exchange);
            case 2 -> noSuchName(exchange, index, now);
            case 6, 16 ->
                fail(exchange, SnmpFailure.WRONG_COMMUNITY_OR_VIEW, status == 6 ? "noAccess" : "authorizationError");
            default -> fail(exchange, SnmpFailure.GEN_ERROR, "error status " + status + at(exchange, index));
        }
    }

    private void tooBig(Exchange exchange) {
        var request = exchange.request();
        exchange.peer().answerSize().lost(request.bulkValues(), request.oids().size());
        fail(exchange, SnmpFailure.TOO_BIG, "the device says that its answer would be too big");
    }

    private void noSuchName(Exchange exchange, int index, long now) {
        boolean known = index >= 1 && index <= exchange.request().oids().size();
        if (!known || exchange.peer().version() != SnmpVersion.V1) {
            fail(exchange, SnmpFailure.GEN_ERROR, "noSuchName" + at(exchange, index));
        } else if (exchange.askWithout(index - 1)) {
            loop.again(exchange);
        } else {
            loop.finish(exchange, exchange.answered(List.of(), now));
        }
    }

    private void fail(Exchange exchange, SnmpFailure failure, String detail) {
        loop.finish(exchange, exchange.failed(failure, detail));
    }

    private static String at(Exchange exchange, int index) {
        var oids = exchange.request().oids();
        OID oid = index >= 1 && index <= oids.size() ? oids.get(index - 1) : null;
        return oid == null ? "" : " at " + oid;
    }

    /** A socket's own errors are for its next handler, if it has one; anything else is a bug here and must not be lost. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            context.fireExceptionCaught(cause);
        } else {
            meters.discarded(Discard.GARBAGE);
            LOG.error("An SNMP datagram could not be judged", cause);
        }
    }
}
