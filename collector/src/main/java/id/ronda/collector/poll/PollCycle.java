package id.ronda.collector.poll;

import id.ronda.collector.GapReason;
import id.ronda.collector.poll.PollPlan.PlannedRequest;
import id.ronda.collector.snmp.SendOptions;
import id.ronda.collector.snmp.SnmpClient;
import id.ronda.collector.snmp.SnmpFailure;
import id.ronda.collector.snmp.SnmpPeer;
import id.ronda.collector.snmp.SnmpReply;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One slot of one device: sends the plan's requests one after the other, for weak agents drop what comes at once, and reads their
 * answers. A device that falls silent is not asked the rest.
 */
final class PollCycle {

    /** How a cycle ended: the samples, whether anything was answered, and the last failure. */
    record Ended(
            long slot,
            PollPlan plan,
            SlotSamples samples,
            boolean answered,
            @Nullable SnmpFailure failure) {}

    private final SnmpClient client;
    private final SnmpPeer peer;
    private final PollPlan plan;
    private final SampleReader reader;
    private final long slot;
    private final boolean stale;
    private final Consumer<Ended> whenDone;
    private final SlotSamples samples;
    private int next;
    private boolean answered;
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

    /** Sends the first request with that many retries. */
    void start(int retries) {
        send(new SendOptions(retries));
    }

    private void send(SendOptions options) {
        client.send(peer, plan.requests().get(next).request(), options, this::replied);
    }

    private void replied(SnmpReply reply) {
        var request = plan.requests().get(next++);
        switch (reply) {
            case SnmpReply.Answered a -> read(request, a);
            case SnmpReply.Failed f -> fail(request, f.failure());
        }
        if (next < plan.requests().size() && !silent()) {
            send(SendOptions.POLL);
        } else {
            end();
        }
    }

    private void read(PlannedRequest request, SnmpReply.Answered answer) {
        if (reader.read(request, answer, stale, samples)) {
            answered = true;
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
        whenDone.accept(new Ended(slot, plan, samples, answered, why));
    }

    static GapReason reasonOf(SnmpFailure failure) {
        return GapReason.ofCode(failure.gapReason()).orElse(GapReason.MALFORMED);
    }
}
