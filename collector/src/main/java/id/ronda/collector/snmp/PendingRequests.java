package id.ronda.collector.snmp;

import io.netty.util.collection.IntObjectHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The exchanges of an event loop by their id, and the last ones that ended, to know a late answer from a foreign one. */
final class PendingRequests {
    /** The last bits of an id tell the attempt. */
    static final int ATTEMPT_BITS = 3;

    static final int ATTEMPTS = ATTEMPT_BITS + 1;
    /** From here on an INTEGER needs four octets; below 2^31 it stays positive. */
    private static final int LOWEST_ID = 0x0100_0000;

    private static final int REMEMBERED = 1024;

    private final IntObjectHashMap<Exchange> pending = new IntObjectHashMap<>();
    private final IntObjectHashMap<Exchange> ended = new IntObjectHashMap<>();
    private final int[] endedIds = new int[REMEMBERED];
    private final RandomGenerator random;
    private int endedCount;

    PendingRequests(RandomGenerator random) {
        this.random = random;
    }

    /** Gives the exchange a fresh random id and keeps it. */
    void add(Exchange exchange) {
        int id;
        do {
            id = random.nextInt(LOWEST_ID, Integer.MAX_VALUE) & ~ATTEMPT_BITS;
        } while (pending.containsKey(id));
        exchange.begin(id);
        pending.put(id, exchange);
    }

    /** The exchange one of whose attempts has this id. */
    @Nullable
    Exchange find(int attemptId) {
        var exchange = pending.get(attemptId & ~ATTEMPT_BITS);
        return exchange != null && exchange.knows(attemptId) ? exchange : null;
    }

    /** An exchange that ended not long ago without the answer with this id. */
    @Nullable
    Exchange findEnded(int attemptId) {
        var exchange = ended.get(attemptId & ~ATTEMPT_BITS);
        return exchange != null && exchange.knows(attemptId) ? exchange : null;
    }

    /** Forgets the exchange; one that may still be answered is remembered as ended. */
    void remove(Exchange exchange, boolean mayStillBeAnswered) {
        pending.remove(exchange.id());
        if (mayStillBeAnswered) {
            int slot = endedCount++ % REMEMBERED;
            ended.remove(endedIds[slot]);
            endedIds[slot] = exchange.id();
            ended.put(exchange.id(), exchange);
        }
    }

    List<Exchange> all() {
        return List.copyOf(pending.values());
    }

    int size() {
        return pending.size();
    }
}
