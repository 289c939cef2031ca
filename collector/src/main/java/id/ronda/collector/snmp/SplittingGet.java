package id.ronda.collector.snmp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * Gets any number of objects with as few requests as fit: below 1,400 octets each and no more than the device has shown to answer. A
 * request that fails for its size is halved until each object has answered or failed by itself, so that one object that a device
 * chokes on never costs the others.
 */
public final class SplittingGet {
    /** Leaves room for the security parameters of v3 around the PDU. */
    private static final int MAX_PDU = 1100;

    private final SnmpClient client;
    private final SnmpPeer peer;
    private final SendOptions options;
    private final Consumer<Gathered> whenDone;
    private final List<OID> asked;
    private final Deque<List<OID>> parts = new ArrayDeque<>();
    private final Map<OID, VariableBinding> found = new HashMap<>();
    private final Map<OID, SnmpFailure> failed = new HashMap<>();
    private long sentNanos;
    private long answeredNanos;
    private boolean sent;
    private boolean askedSingle;

    /**
     * What was got.
     *
     * @param bindings      in the order asked, without those that failed
     * @param failed        why an object has no binding
     * @param sentNanos     when the first request left
     * @param answeredNanos when the last answer was read, equal to sentNanos if none was
     */
    public record Gathered(
            List<VariableBinding> bindings, Map<OID, SnmpFailure> failed, long sentNanos, long answeredNanos) {}

    private SplittingGet(
            SnmpClient client, SnmpPeer peer, List<OID> oids, SendOptions options, Consumer<Gathered> whenDone) {
        this.client = client;
        this.peer = peer;
        this.asked = List.copyOf(oids);
        this.options = options;
        this.whenDone = whenDone;
        parts.addAll(parts(asked, peer.maxOids()));
    }

    /** Asks, one request at a time; {@code whenDone} runs on the client's event loop, at once if there is nothing to ask. */
    public static void get(
            SnmpClient client, SnmpPeer peer, List<OID> oids, SendOptions options, Consumer<Gathered> whenDone) {
        new SplittingGet(client, peer, oids, options, whenDone).next();
    }

    /** The OIDs in requests that fit one datagram each and have at most {@code maxOids}. */
    public static List<List<OID>> parts(List<OID> oids, int maxOids) {
        var parts = new ArrayList<List<OID>>();
        var part = new ArrayList<OID>();
        int octets = 0;
        for (OID oid : oids) {
            int more = oid.getBERLength() + 6;
            if (!part.isEmpty() && (part.size() >= maxOids || octets + more > MAX_PDU)) {
                parts.add(List.copyOf(part));
                part.clear();
                octets = 0;
            }
            part.add(oid);
            octets += more;
        }
        if (!part.isEmpty()) {
            parts.add(List.copyOf(part));
        }
        return List.copyOf(parts);
    }

    private void next() {
        var part = parts.poll();
        if (part == null) {
            var bindings =
                    asked.stream().filter(found::containsKey).map(found::get).toList();
            whenDone.accept(new Gathered(bindings, Map.copyOf(failed), sentNanos, answeredNanos));
        } else {
            client.send(peer, new SnmpRequest.Get(part), options, reply -> took(part, reply));
        }
    }

    private void took(List<OID> part, SnmpReply reply) {
        if (!sent) {
            sent = true;
            sentNanos = reply.sentNanos();
            answeredNanos = sentNanos;
        }
        switch (reply) {
            case SnmpReply.Answered answered -> {
                answeredNanos = answered.answeredNanos();
                answered.bindings().forEach(each -> found.put(each.getOid(), each));
            }
            case SnmpReply.Failed failure -> failed(part, failure.failure());
        }
        next();
    }

    private void failed(List<OID> part, SnmpFailure failure) {
        if (failure == SnmpFailure.TIMEOUT && found.isEmpty()) {
            silent(part);
        } else if (!maySizeBeTheCause(failure)) {
            giveUp(part, failure);
        } else if (part.size() > 1) {
            split(part, part.size() / 2);
        } else {
            failed.put(part.getFirst(), failure);
        }
    }

    /** Silence may be a device that has gone or one that chokes on size: a single object, asked once, tells them apart. */
    private void silent(List<OID> part) {
        if (part.size() > 1 && !askedSingle && peer.roundTripNanos() >= 0) {
            askedSingle = true;
            split(part, 1);
        } else {
            giveUp(part, SnmpFailure.TIMEOUT);
        }
    }

    private void split(List<OID> part, int at) {
        parts.addFirst(part.subList(at, part.size()));
        parts.addFirst(part.subList(0, at));
    }

    private void giveUp(List<OID> part, SnmpFailure failure) {
        part.forEach(oid -> failed.put(oid, failure));
        parts.forEach(rest -> rest.forEach(oid -> failed.put(oid, failure)));
        parts.clear();
    }

    private static boolean maySizeBeTheCause(SnmpFailure failure) {
        return switch (failure) {
            case TIMEOUT, TOO_BIG, TRUNCATED, GEN_ERROR, MALFORMED, REQUEST_TOO_LONG, WRONG_COMMUNITY_OR_VIEW -> true;
            default -> false;
        };
    }
}
