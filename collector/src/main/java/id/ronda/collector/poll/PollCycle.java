package id.ronda.collector.poll;

import id.ronda.collector.GapReason;
import id.ronda.collector.poll.PollPlan.PlannedRequest;
import id.ronda.collector.snmp.PreparedRequest;
import id.ronda.collector.snmp.SendOptions;
import id.ronda.collector.snmp.SnmpClient;
import id.ronda.collector.snmp.SnmpFailure;
import id.ronda.collector.snmp.SnmpPeer;
import id.ronda.collector.snmp.SnmpReply;
import id.ronda.collector.snmp.SnmpRequest;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One slot of one device: sends the plan's requests one after the other, for weak agents drop what comes at once, and reads their
 * answers. A device that falls silent is not asked the rest.
 */
final class PollCycle {

    private static final Logger log = LoggerFactory.getLogger(PollCycle.class);
    private static final PreparedRequest KNOCK = PreparedRequest.of(new SnmpRequest.Get(List.of(PollPlan.SYS_UP_TIME)));

    /**
     * How a cycle ended: the samples, whether anything was answered, and the last failure.
     *
     * @param sendNanos from the start of the cycle until its first request was handed to the socket
     */
    record Ended(
            long slot,
            PollPlan plan,
            SlotSamples samples,
            boolean answered,
            @Nullable SnmpFailure failure,
            long sendNanos) {}

    private final SnmpClient client;
    private final SnmpPeer peer;
    private final PollPlan plan;
    private final SampleReader reader;
    private final long slot;
    private final boolean stale;
    private final Consumer<Ended> whenDone;
    private final SlotSamples samples;
    private final long begin = System.nanoTime();
    private long sendNanos;
    private int next;
    private boolean answered;
    private boolean alive;
    private @Nullable SnmpFailure failure;

    PollCycle(
            SnmpClient client,
            SnmpPeer peer,
            PollPlan plan,
            SampleReader reader,
            long slot,
            boolean stale,
            Consumer<Ended> whenDone) {
        this.client = client;
        this.peer = peer;
        this.plan = plan;
        this.reader = reader;
        this.slot = slot;
        this.stale = stale;
        this.whenDone = whenDone;
        this.samples = new SlotSamples(plan.size());
    }

    /**
     * Begins. A device that failed before is first asked one small thing: if it answers that, it is alive, and a request that it
     * leaves unanswered is too big for it.
     */
    void start(boolean failedBefore) {
        if (failedBefore) {
            client.send(peer, KNOCK, SendOptions.POLL, this::knocked);
        } else {
            send();
        }
    }

    private void knocked(SnmpReply reply) {
        sendNanos = Math.max(0, reply.sentNanos() - begin);
        switch (reply) {
            case SnmpReply.Answered ignored -> {
                alive = true;
                send();
            }
            case SnmpReply.Failed f -> {
                failure = f.failure();
                end();
            }
        }
    }

    private void send() {
        client.send(peer, plan.requests().get(next).request(), SendOptions.POLL, this::replied);
    }

    private void replied(SnmpReply reply) {
        if (next == 0 && !alive) {
            sendNanos = Math.max(0, reply.sentNanos() - begin);
        }
        if (reply instanceof SnmpReply.Failed f && isTooMuch(f.failure()) && plan.halve(next)) {
            send();
            return;
        }
        var request = plan.requests().get(next++);
        try {
            take(request, reply);
        } catch (RuntimeException e) {
            log.error("An answer could not be read, which is a defect; please report this.", e);
            fail(request, SnmpFailure.MALFORMED);
        }
        if (next < plan.requests().size() && !silent()) {
            send();
        } else {
            end();
        }
    }

    /** Whether the device may answer a smaller request: it said so, or it lives and is silent to this one. */
    private boolean isTooMuch(SnmpFailure why) {
        return switch (why) {
            case TOO_BIG, TRUNCATED, GEN_ERROR, REQUEST_TOO_LONG -> true;
            case TIMEOUT -> alive || answered;
            default -> false;
        };
    }

    private void take(PlannedRequest request, SnmpReply reply) {
        switch (reply) {
            case SnmpReply.Answered a -> read(request, a);
            case SnmpReply.Failed f -> fail(request, f.failure());
        }
    }

    private void read(PlannedRequest request, SnmpReply.Answered answer) {
        if (reader.read(request, answer, stale, samples)) {
            answered = true;
            plan.leaveOutMissing(next - 1, answer.bindings());
        } else {
            fail(request, SnmpFailure.MALFORMED);
        }
    }

    private void fail(PlannedRequest request, SnmpFailure why) {
        failure = why;
        samples.missingFrom(request.roles(), reasonOf(why));
    }

    /** Whether the last failure says that more requests are of no use now. */
    private boolean silent() {
        return switch (failure) {
            case null -> false;
            case TIMEOUT, NO_ROUTE, PORT_CLOSED, CLOSED, UNKNOWN_USER, WRONG_DIGEST, DECRYPTION, TIME_WINDOW -> true;
            default -> !answered;
        };
    }

    private void end() {
        var why = failure;
        if (why != null) {
            for (; next < plan.requests().size(); next++) {
                samples.missingFrom(plan.requests().get(next).roles(), reasonOf(why));
            }
        }
        whenDone.accept(new Ended(slot, plan, samples, answered, why, sendNanos));
    }

    static GapReason reasonOf(SnmpFailure failure) {
        return GapReason.ofCode(failure.gapReason()).orElse(GapReason.MALFORMED);
    }
}
