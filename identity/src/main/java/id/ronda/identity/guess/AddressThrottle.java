package id.ronda.identity.guess;

import io.netty.util.NetUtil;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Failures by address, in memory: an address is only a hint, and the accounts' counts in the database outlive it. IPv6
 * counts by /64, which is what one host is given. At most 10,000 addresses; the one not seen longest goes first.
 */
public final class AddressThrottle {

    private static final int MOST = 10_000;
    private static final int PREFIX_BYTES = 8;
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
        String network = network(address);
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
        counts.computeIfPresent(network(address), (network, before) -> RULE.undo(before, now));
    }

    synchronized int size() {
        return counts.size();
    }

    static String network(String address) {
        byte[] bytes = address.contains(":") ? NetUtil.createByteArrayFromIpAddressString(address) : null;
        return bytes == null || bytes.length <= PREFIX_BYTES
                ? address
                : HexFormat.of().formatHex(Arrays.copyOf(bytes, PREFIX_BYTES));
    }
}
