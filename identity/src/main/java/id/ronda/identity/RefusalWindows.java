package id.ronda.identity;

import java.util.HashMap;
import java.util.Map;

/**
 * Bounds what one caller can write into the trail by knocking at doors: his first refusal opens a window, those behind it in the
 * window are counted only. Holds as many entries as callers were refused within one window. Safe for all threads.
 */
final class RefusalWindows {

    private final Map<Actor, Integer> more = new HashMap<>();

    /** Takes a refusal; true if it opens a window, which {@link #end} must close. */
    synchronized boolean opens(Actor caller) {
        Integer counted = more.get(caller);
        more.put(caller, counted == null ? 0 : counted + 1);
        return counted == null;
    }

    /** Closes the caller's window; how many refusals it had beside the first. */
    synchronized int end(Actor caller) {
        Integer counted = more.remove(caller);
        return counted == null ? 0 : counted;
    }

    /** Closes all windows; those with more than the first refusal. */
    synchronized Map<Actor, Integer> endAll() {
        Map<Actor, Integer> all = new HashMap<>(more);
        more.clear();
        all.values().removeIf(count -> count == 0);
        return all;
    }
}
