package id.ronda.app.e2e;

import id.ronda.app.e2e.StoredRun.Gap;
import id.ronda.app.e2e.StoredRun.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds what is stored against what the slots, the gaps and the kills demand: count = series × slots − recorded gaps −
 * first slot of a rate, and not only the count but each slot of each series.
 */
final class SampleAudit {

    /** The collector's own gap, one for each time it was not there. */
    static final String STOPPED = "collector-stopped";

    private final StoredRun run;
    private final List<Instant> kills;
    private final List<String> violations = new ArrayList<>();
    private long expected;

    private SampleAudit(StoredRun run, List<Instant> kills) {
        this.run = run;
        this.kills = kills;
    }

    /**
     * What was found.
     *
     * @param violations in words, none if all is as it must be
     * @param expected samples that there must be
     */
    record Result(List<String> violations, long expected) {}

    /** @param kills when the process was killed, oldest first */
    static Result of(StoredRun run, List<Instant> kills) {
        var audit = new SampleAudit(run, kills);
        run.twice().forEach(twice -> audit.violations.add("stored twice: " + twice));
        run.series().values().stream()
                .collect(Collectors.groupingBy(Series::device))
                .forEach(audit::device);
        return new Result(audit.violations, audit.expected);
    }

    private void device(long device, List<Series> series) {
        var gaps = run.gaps().stream().filter(g -> g.device() == device).toList();
        var ofDevice = gaps.stream().filter(g -> g.series() == 0).toList();
        var slots = slots(series);
        if (slots.isEmpty()) {
            violations.add("device " + device + " has no samples");
            return;
        }
        killsAndGaps(device, series.getFirst().interval(), ofDevice);
        overlaps(device, ofDevice);
        var firsts = firstAnswered(slots, ofDevice);
        for (var one : series) {
            var own = gaps.stream().filter(g -> g.series() == one.id()).toList();
            compare(one, slots, ofDevice, own, firsts);
        }
    }

    /** Every slot from the first stored sample of the device to its last. */
    private SortedSet<Long> slots(List<Series> series) {
        var times = new TreeSet<Long>();
        series.forEach(s -> times.addAll(samples(s).keySet()));
        var slots = new TreeSet<Long>();
        if (!times.isEmpty()) {
            for (long slot = times.first();
                    slot <= times.last();
                    slot += series.getFirst().interval()) {
                slots.add(slot);
            }
        }
        return slots;
    }

    private SortedMap<Long, Double> samples(Series series) {
        return run.samples().getOrDefault(series.id(), new TreeMap<>());
    }

    private void killsAndGaps(long device, long interval, List<Gap> gaps) {
        var stopped = gaps.stream().filter(g -> g.reason().equals(STOPPED)).toList();
        for (var kill : kills) {
            long around = stopped.stream()
                    .filter(g -> belongs(kill.toEpochMilli(), g, interval))
                    .count();
            if (around != 1) {
                violations.add("device " + device + ": " + around + " gaps for the kill at " + kill + ", not one: "
                        + told(stopped));
            }
        }
        stopped.stream()
                .filter(g -> kills.stream().noneMatch(kill -> belongs(kill.toEpochMilli(), g, interval)))
                .forEach(g -> violations.add("device " + device + ": a gap without a kill: " + told(List.of(g))));
    }

    /** The gap begins with the first slot that was not polled or not yet on the disk, and ends after the next start. */
    private static boolean belongs(long kill, Gap gap, long interval) {
        boolean begun = gap.from() - interval <= kill;
        return begun && (gap.to() == null || kill < gap.to());
    }

    private void overlaps(long device, List<Gap> gaps) {
        for (int i = 1; i < gaps.size(); i++) {
            Long end = gaps.get(i - 1).to();
            if (end == null || end > gaps.get(i).from()) {
                violations.add("device " + device + ": gaps that overlap: " + told(gaps.subList(i - 1, i + 1)));
            }
        }
    }

    /** The slots at which the collector saw the device for the first time: a rate has no sample there. */
    private static SortedSet<Long> firstAnswered(SortedSet<Long> slots, List<Gap> gaps) {
        var firsts = new TreeSet<>(List.of(slots.first()));
        gaps.stream()
                .filter(g -> g.reason().equals(STOPPED) && g.to() != null)
                .forEach(stopped -> slots.tailSet(stopped.to()).stream()
                        .filter(slot -> gaps.stream().noneMatch(g -> g.covers(slot)))
                        .findFirst()
                        .ifPresent(firsts::add));
        return firsts;
    }

    private void compare(
            Series series, SortedSet<Long> slots, List<Gap> device, List<Gap> own, SortedSet<Long> firsts) {
        var wanted = slots.stream()
                .filter(slot -> device.stream().noneMatch(g -> g.covers(slot)))
                .filter(slot -> own.stream().noneMatch(g -> g.covers(slot)))
                .filter(slot -> !series.isRate() || !firsts.contains(slot))
                .collect(Collectors.toCollection(TreeSet::new));
        expected += wanted.size();
        var stored = samples(series).keySet();
        var missing = new TreeSet<>(wanted);
        missing.removeAll(stored);
        var unexpected = new TreeSet<>(stored);
        unexpected.removeAll(wanted);
        if (!missing.isEmpty()) {
            violations.add(named(series) + " lacks samples without a gap at " + times(missing));
        }
        if (!unexpected.isEmpty()) {
            violations.add(named(series) + " has samples inside a gap, or a rate at its first slot, at "
                    + times(unexpected) + "; gaps " + told(device) + told(own));
        }
    }

    private static String named(Series series) {
        return "series " + series.id() + " (device " + series.device() + ", " + series.metric() + " "
                + series.instance() + ")";
    }

    private static String times(SortedSet<Long> slots) {
        return slots.stream().limit(4).map(Instant::ofEpochMilli).toList() + " (" + slots.size() + ")";
    }

    private static String told(List<Gap> gaps) {
        return gaps.stream()
                .map(g -> g.reason() + " " + Instant.ofEpochMilli(g.from()) + " to "
                        + (g.to() == null ? "…" : Instant.ofEpochMilli(g.to())))
                .toList()
                .toString();
    }

    /** Samples that somebody has seen and that are not stored as they were. */
    static List<String> lost(StoredRun run, Map<Integer, Map<Instant, Double>> seen) {
        var lost = new ArrayList<String>();
        seen.forEach((series, points) -> points.forEach((time, value) -> {
            var stored = run.samples().getOrDefault(series, new TreeMap<>()).get(time.toEpochMilli());
            if (!value.equals(stored)) {
                lost.add("series " + series + " at " + time + " was " + value + ", is " + stored);
            }
        }));
        return lost;
    }
}
