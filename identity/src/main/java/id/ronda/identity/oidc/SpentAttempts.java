package id.ronda.identity.oidc;

import id.ronda.kernel.Secret;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The attempts whose answer has come: each is good once. In memory, since they end within minutes; whoever replays one behind a restart
 * still needs a code that the provider has not seen. At most 10,000; the oldest goes first.
 */
final class SpentAttempts {

    private static final int MOST = 10_000;

    private final Map<Secret, Instant> spent = new LinkedHashMap<>();

    /** True the first time. */
    synchronized boolean spend(Attempt attempt, Instant now) {
        spent.values().removeIf(begun -> !now.isBefore(begun.plus(Attempt.LIFE)));
        if (spent.size() >= MOST) {
            spent.remove(spent.keySet().iterator().next());
        }
        return spent.putIfAbsent(attempt.state(), attempt.begun()) == null;
    }
}
