package id.ronda.collector.source;

import id.ronda.collector.snmp.PreparedRequest;
import id.ronda.collector.snmp.SnmpEndpoint;
import id.ronda.collector.snmp.SnmpPeer;
import id.ronda.collector.snmp.SnmpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A source asked like a device. One answer of it serves every question of a cycle: those that come while it is awaited, and those that
 * come while it is fresh. A failure serves them as well, so that a source in trouble is asked no more often than one that is well.
 */
final class SourcePeer extends SnmpPeer {
    private static final int BULK_VALUES = 512;

    private final Source source;
    private final ReentrantLock lock = new ReentrantLock();
    private List<Question> waiting = new ArrayList<>();
    private boolean asking;
    private @Nullable Fetched fresh;

    SourcePeer(SnmpEndpoint endpoint, Source source) {
        super(endpoint, BULK_VALUES);
        this.source = source;
    }

    Source source() {
        return source;
    }

    /** A request and whom to tell. */
    record Question(PreparedRequest request, Consumer<SnmpReply> whenDone) {}

    /** The fresh answer; or null: then the question waits, and whoever is told {@code ask} is to ask the source. */
    @Nullable
    Fetched take(Question question, Runnable ask) {
        boolean first;
        lock.lock();
        try {
            if (fresh != null) {
                return fresh;
            }
            waiting.add(question);
            first = !asking;
            asking = true;
        } finally {
            lock.unlock();
        }
        if (first) {
            ask.run();
        }
        return null;
    }

    /** Keeps an answer as the fresh one and gives out who waited for it. */
    List<Question> told(Fetched answer) {
        lock.lock();
        try {
            fresh = answer;
            asking = false;
            var asked = waiting;
            waiting = new ArrayList<>();
            return asked;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets an answer that is fresh no more; trees of a thousand devices would fill the memory. */
    void forget(Fetched answer) {
        lock.lock();
        try {
            if (fresh == answer) {
                fresh = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
