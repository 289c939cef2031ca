package id.ronda.collector.snmp;

import io.netty.util.Timeout;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.VariableBinding;

/**
 * One request on its way: its attempts, what was seen meanwhile, whom to tell. Confined to the event loop of its peer.
 *
 * <p>The ids of its attempts differ in their last two bits only, so that any attempt's answer finds the exchange and tells its
 * own round trip.
 */
final class Exchange {
    private static final int MAX_REMEDIES = 3;

    private final SocketPeer peer;
    private final SendOptions options;
    private final long[] sentNanos = new long[PendingRequests.ATTEMPTS];
    private PreparedRequest request;
    private @Nullable V1Gaps gaps;
    private @Nullable Consumer<SnmpReply> whenDone;
    private @Nullable Timeout timer;
    private @Nullable SnmpFailure hint;
    private String hintDetail = "";
    private int id;
    private int attempt = -1;
    private int remedies;
    private long firstSentNanos;
    private boolean sent;

    Exchange(SocketPeer peer, PreparedRequest request, SendOptions options, Consumer<SnmpReply> whenDone) {
        this.peer = peer;
        this.request = request;
        this.options = options;
        this.whenDone = whenDone;
    }

    SocketPeer peer() {
        return peer;
    }

    PreparedRequest request() {
        return request;
    }

    boolean done() {
        return whenDone == null;
    }

    int id() {
        return id;
    }

    /** Begins anew under this id, its last two bits zero. */
    void begin(int newId) {
        id = newId;
        attempt = -1;
    }

    int attempt() {
        return attempt;
    }

    /** Counts the next attempt and returns the id it goes out with. */
    int nextAttempt(long nowNanos) {
        attempt++;
        sentNanos[attempt] = nowNanos;
        if (!sent) {
            sent = true;
            firstSentNanos = nowNanos;
        }
        return id | attempt;
    }

    boolean mayRetry() {
        return hint == null && attempt < options.retries();
    }

    /** Whether an attempt with this id was sent. */
    boolean knows(int attemptId) {
        return (attemptId & PendingRequests.ATTEMPT_BITS) <= attempt;
    }

    /** How long the answer with this id took. */
    long roundTripNanos(int attemptId, long nowNanos) {
        return nowNanos - sentNanos[attemptId & PendingRequests.ATTEMPT_BITS];
    }

    void timer(Timeout newTimer) {
        cancelTimer();
        timer = newTimer;
    }

    boolean waitsFor(Timeout expired) {
        return timer == expired && !done();
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** The name to give the failure if nothing better comes; the last one seen counts. */
    void hint(SnmpFailure failure, String detail) {
        hint = failure;
        hintDetail = detail;
    }

    boolean mayRemedy() {
        return remedies++ < MAX_REMEDIES;
    }

    /** On v1: leaves out the OID at this index and asks for the others; false when none is left to ask for. */
    boolean askWithout(int index) {
        if (gaps == null) {
            gaps = new V1Gaps(request);
        }
        var rest = gaps.without(index);
        if (rest == null) {
            return false;
        }
        request = rest;
        return true;
    }

    SnmpReply.Answered answered(List<VariableBinding> bindings, long nowNanos) {
        return new SnmpReply.Answered(gaps == null ? bindings : gaps.fill(bindings), firstSentNanos, nowNanos);
    }

    SnmpReply.Failed failed(SnmpFailure failure, String detail) {
        return new SnmpReply.Failed(failure, detail, sent ? firstSentNanos : System.nanoTime());
    }

    /** Silence until the end: what was seen meanwhile gives the failure its name. */
    SnmpReply.Failed expired(SourceNotes notes) {
        if (hint != null) {
            return failed(hint, hintDetail);
        }
        var note = notes.since(peer.endpoint().address(), firstSentNanos);
        return note != null
                ? failed(note.failure(), note.detail())
                : failed(peer.dialect().unanswered(), "no answer to " + (attempt + 1) + " requests");
    }

    /** Ends the exchange and returns whom to tell, once. */
    Consumer<SnmpReply> end() {
        var listener = whenDone;
        if (listener == null) {
            throw new IllegalStateException("an exchange ends once");
        }
        whenDone = null;
        cancelTimer();
        return listener;
    }
}
