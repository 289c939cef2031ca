package id.ronda.collector.store;

import id.ronda.collector.StorageNote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is dropped now, and what the disk allows; pure.
 *
 * <p>First goes what is older than its age. Then, while another day would not fit into the budget, the oldest raw day:
 * never the running one, and never one whose rollup is not written. Where that is not enough the oldest rollups of
 * 5 minutes go.
 *
 * @param drops oldest first
 * @param usedBytes after the drops
 * @param dayBytes what a day of raw samples takes, by the days that are there
 * @param rawDays days of raw samples that fit, at most the setting
 * @param notes empty when all is as it was set
 */
record RetentionPlan(List<Partition> drops, long usedBytes, long dayBytes, double rawDays, List<StorageNote> notes) {

    static RetentionPlan of(
            List<Partition> partitions, RetentionSettings settings, Instant now, Instant rolledUpTo, long dayBytes) {
        List<Partition> kept = new ArrayList<>(partitions);
        List<Partition> drops = new ArrayList<>();
        for (Partition partition : partitions) {
            Duration age = Duration.between(partition.to(), now);
            boolean rolledUp = !partition.isRaw() || !partition.to().isAfter(rolledUpTo);
            if (rolledUp && age.compareTo(Duration.ofDays(settings.days(partition.table()))) >= 0) {
                drop(partition, kept, drops);
            }
        }
        while (used(kept) + dayBytes > settings.budgetBytes() && dropForBudget(kept, drops, now, rolledUpTo)) {
            // The decision is in the condition: it drops one partition a turn.
        }
        drops.sort(Comparator.comparing(Partition::from));
        double fitting = fitting(kept, settings, dayBytes);
        return new RetentionPlan(drops, used(kept), dayBytes, fitting, notes(kept, settings, dayBytes, fitting));
    }

    private static void drop(Partition partition, List<Partition> kept, List<Partition> drops) {
        kept.remove(partition);
        drops.add(partition);
    }

    private static boolean dropForBudget(List<Partition> kept, List<Partition> drops, Instant now, Instant rolledUpTo) {
        Comparator<Partition> rawFirst = Comparator.comparing((Partition p) -> !p.isRaw());
        return kept.stream()
                .filter(p -> p.isRaw() ? !p.to().isAfter(rolledUpTo) : p.table() == PartitionedTable.FIVE_MINUTES)
                .filter(p -> !p.to().isAfter(now))
                .min(rawFirst.thenComparing(Partition::from))
                .map(oldest -> {
                    drop(oldest, kept, drops);
                    return true;
                })
                .orElse(false);
    }

    private static long used(List<Partition> partitions) {
        return partitions.stream().mapToLong(Partition::bytes).sum();
    }

    private static double fitting(List<Partition> kept, RetentionSettings settings, long dayBytes) {
        long rollups = used(kept.stream().filter(p -> !p.isRaw()).toList());
        double days = (settings.budgetBytes() - rollups) / (double) Math.max(1, dayBytes);
        return Math.clamp(days, 0, settings.rawDays());
    }

    private static List<StorageNote> notes(
            List<Partition> kept, RetentionSettings settings, long dayBytes, double fitting) {
        List<StorageNote> notes = new ArrayList<>();
        if (fitting < settings.rawDays()) {
            notes.add(new StorageNote.FewerDays(settings.rawDays(), fitting));
        }
        if (used(kept) + dayBytes > settings.budgetBytes()) {
            notes.add(new StorageNote.BudgetTooSmall());
        }
        return notes;
    }

    /**
     * Bytes of a day: of the largest of the last complete days, or, before there is one, the running day's in
     * proportion to the part of it that is covered.
     */
    static long dayBytes(List<Partition> partitions, Instant now, Instant firstSample) {
        List<Partition> raw = partitions.stream().filter(Partition::isRaw).toList();
        long complete = raw.stream()
                .filter(p -> !p.to().isAfter(now) && !p.from().isBefore(firstSample))
                .filter(p -> p.from().isAfter(now.minus(Duration.ofDays(4))))
                .mapToLong(Partition::bytes)
                .max()
                .orElse(0);
        long running = raw.stream()
                .filter(p -> p.to().isAfter(now) && !p.from().isAfter(now))
                .mapToLong(p -> inProportion(p, now, firstSample))
                .max()
                .orElse(0);
        return complete > 0 ? complete : running;
    }

    private static long inProportion(Partition running, Instant now, Instant firstSample) {
        Instant from = firstSample.isAfter(running.from()) ? firstSample : running.from();
        // The first minutes say little: what is measured then may be a file system's first blocks.
        double covered = Math.max(600, Duration.between(from, now).toSeconds());
        return (long) (running.bytes() / covered * Duration.ofDays(1).toSeconds());
    }
}
