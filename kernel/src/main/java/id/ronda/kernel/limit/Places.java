package id.ronda.kernel.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A few places for each of many names, each given back after use. Names without a taken place are not kept. Thread-safe. */
public final class Places {

    private final int each;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    /** That many places for each name. */
    public Places(int each) {
        this.each = each;
    }

    /** Takes a place; false if there is none. */
    public boolean take(String name) {
        int[] before = {0};
        taken.compute(name, (key, count) -> {
            before[0] = count == null ? 0 : count;
            return Math.min(before[0] + 1, each);
        });
        return before[0] < each;
    }

    /** Gives a place back. */
    public void free(String name) {
        taken.computeIfPresent(name, (key, count) -> count == 1 ? null : count - 1);
    }

    int size() {
        return taken.size();
    }
}
