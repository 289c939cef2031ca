package id.ronda.simulator.agent;

import id.ronda.simulator.AgentCount;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** What the server's thread counts and others read. */
final class Counts {
    private final Map<AgentCount, LongAdder> counts = new EnumMap<>(AgentCount.class);

    Counts() {
        Arrays.asList(AgentCount.values()).forEach(what -> counts.put(what, new LongAdder()));
    }

    void add(AgentCount what) {
        counter(what).increment();
    }

    long get(AgentCount what) {
        return counter(what).sum();
    }

    private LongAdder counter(AgentCount what) {
        return Objects.requireNonNull(counts.get(what));
    }
}
