package id.ronda.dashboards.trail;

import org.jspecify.annotations.Nullable;

/**
 * One field of an entry, in words.
 *
 * @param before as it was; null where there was nothing or nobody asks
 * @param after as it is; null where there is nothing any more
 */
public record Difference(
        String field, @Nullable String before, @Nullable String after) {

    /** Whether it was one thing before and is another now; else it is told as it stands. */
    public boolean isChange() {
        return before != null && after != null;
    }

    /** What is told of a field that only was, or only is. */
    public String value() {
        return after != null ? after : before != null ? before : "";
    }
}
