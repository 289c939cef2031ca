package id.ronda.identity.guess;

import id.ronda.kernel.net.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Failures by address, in memory: an address is only a hint, and the accounts' counts in the database outlive it. IPv6
 * counts by /64, which is what one host is given. At most 10,000 addresses; the one not seen longest goes first.
 */
public final class AddressThrottle {

    private static final int MOST = 10_000;
    private static final Backoff RULE = Backoff.ADDRESS;

    private final Map<String, Backoff.Count> counts = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Backoff.Count> eldest) {
            return size() > MOST;
        }
    };

    /** Counts an attempt; or says how long to wait, and then counts nothing. */
    public synchronized Optional<Duration> admit(String address, Instant now) {
        String network = IpAddress.network(address);
        Backoff.Count before = counts.getOrDefault(network, new Backoff.Count(0, now, now));
        Duration wait = RULE.wait(before, now);
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        counts.put(network, RULE.fail(before, now));
        return Optional.empty();
    }

    /** Takes one attempt back. Not all: else one account of his own would wash an attacker's address clean. */
    public synchronized void undo(String address, Instant now) {
        counts.computeIfPresent(IpAddress.network(address), (network, before) -> RULE.undo(before, now));
    }

    synchronized int size() {
        return counts.size();
    }
}
