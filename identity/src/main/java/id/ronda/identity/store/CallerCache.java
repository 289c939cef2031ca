package id.ronda.identity.store;

import id.ronda.identity.Caller;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Callers that were read a moment ago: a page asks twenty times for one session. Every change in this process that could
 * take a right away forgets all of them after its commit, so that revoking is immediate here; another process, such as the
 * console's, is seen after {@link #LIFE}. Only callers who exist are kept, so that guesses take no room. Safe for all threads.
 */
public final class CallerCache {

    /** How long a caller is taken from memory. */
    public static final Duration LIFE = Duration.ofSeconds(3);

    private static final int MOST = 4_096;

    private final InstantSource clock;
    private final Map<ByteBuffer, Known> entries = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Known> eldest) {
            return size() > MOST;
        }
    };
    private long generation;

    /** An empty cache. */
    public CallerCache(InstantSource clock) {
        this.clock = clock;
    }

    private record Known(Caller caller, Instant readAt) {}

    /** The caller with this hash, from memory or read. For threads that may wait for the database. */
    public Caller get(byte[] hash, Supplier<Caller> read) {
        ByteBuffer key = ByteBuffer.wrap(hash.clone());
        return fresh(key).orElseGet(() -> {
            long before = generation();
            Caller caller = read.get();
            keep(key, caller, before);
            return caller;
        });
    }

    /** The caller with this hash, if he was read a moment ago. */
    public Optional<Caller> fresh(byte[] hash) {
        return fresh(ByteBuffer.wrap(hash));
    }

    private synchronized Optional<Caller> fresh(ByteBuffer key) {
        Instant now = clock.instant();
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> !entry.readAt().isAfter(now)
                        && entry.readAt().plus(LIFE).isAfter(now))
                .map(Known::caller);
    }

    private synchronized long generation() {
        return generation;
    }

    /** What was read before the last revocation may be what it revoked, so it is not kept. */
    private synchronized void keep(ByteBuffer key, Caller caller, long readIn) {
        if (readIn == generation && !(caller instanceof Caller.Anonymous)) {
            entries.put(key, new Known(caller, clock.instant()));
        }
    }

    /** Forgets everybody once this transaction has committed. */
    public void forgetAfter(Handle handle) {
        handle.afterCommit(this::forget);
    }

    /** Forgets everybody. */
    public synchronized void forget() {
        generation++;
        entries.clear();
    }
}
