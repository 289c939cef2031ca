package id.ronda.collector.store;

import id.ronda.collector.Gap;
import id.ronda.collector.GapReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the gaps of a device and of one of its series into those of a chart; pure. They are clipped to the time asked
 * for; gaps of one reason that overlap or touch are one.
 */
final class GapMerge {

    private GapMerge() {}

    /** Gaps by their begin; one that lasts keeps its open end if {@code to} is not over yet. */
    static List<Gap> merge(List<Gap> gaps, Instant from, Instant to, Instant now) {
        Map<GapReason, List<Gap>> byReason = new EnumMap<>(GapReason.class);
        gaps.stream()
                .filter(g -> g.from().isBefore(to) && (g.to() == null || g.to().isAfter(from)))
                .sorted(Comparator.comparing(Gap::from))
                .forEach(g -> append(byReason.computeIfAbsent(g.reason(), r -> new ArrayList<>()), g));
        return byReason.values().stream()
                .flatMap(List::stream)
                .map(g -> clip(g, from, to, now))
                .sorted(Comparator.comparing(Gap::from))
                .toList();
    }

    private static void append(List<Gap> merged, Gap next) {
        Gap last = merged.isEmpty() ? null : merged.getLast();
        if (last == null || (last.to() != null && last.to().isBefore(next.from()))) {
            merged.add(next);
        } else {
            merged.set(merged.size() - 1, new Gap(last.from(), later(last.to(), next.to()), last.reason()));
        }
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }

    private static Gap clip(Gap gap, Instant from, Instant to, Instant now) {
        Instant begin = gap.from().isBefore(from) ? from : gap.from();
        Instant end = gap.to();
        if (end == null) {
            end = to.isBefore(now) ? to : null;
        } else if (end.isAfter(to)) {
            end = to;
        }
        return new Gap(begin, end, gap.reason());
    }
}
