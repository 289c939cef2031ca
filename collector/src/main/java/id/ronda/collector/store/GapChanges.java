package id.ronda.collector.store;

import id.ronda.collector.GapReason;
import id.ronda.collector.spool.SpoolRecord;
import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.collector.spool.SpoolRecord.SamplesLost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the gaps of one batch change in the table; pure.
 *
 * <p>A device, or a series, has one open gap at a time: opening another ends the former at that slot. So a gap that a
 * killed process left open ends where the next process says that it had stopped.
 *
 * @param ends where a gap that is open in the table ends
 * @param gaps that are new; the open ones have no end
 * @param losses become gaps of the device, as long as its interval demands
 */
record GapChanges(List<End> ends, List<NewGap> gaps, List<SamplesLost> losses) {

    record End(long device, int series, long at) {}

    record NewGap(
            long device, int series, long from, @Nullable Long to, GapReason reason) {}

    private record Key(long device, int series) {}

    boolean isEmpty() {
        return ends.isEmpty() && gaps.isEmpty() && losses.isEmpty();
    }

    /** Folds the marks in their order. */
    static GapChanges of(List<SpoolRecord> marks) {
        Map<Key, Fold> folds = new LinkedHashMap<>();
        GapChanges changes = new GapChanges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (SpoolRecord mark : marks) {
            switch (mark) {
                case GapOpened g -> fold(folds, g.device(), g.series()).open(g);
                case GapClosed g -> fold(folds, g.device(), g.series()).close(g.slot());
                case SamplesLost l -> changes.losses.add(l);
                case SpoolRecord.SampleGroup g -> throw new IllegalArgumentException("samples are no gap");
            }
        }
        folds.forEach((key, fold) -> fold.into(key, changes));
        return changes;
    }

    private static Fold fold(Map<Key, Fold> folds, long device, int series) {
        return folds.computeIfAbsent(new Key(device, series), key -> new Fold());
    }

    /** The gaps of one device or series. */
    private static final class Fold {

        private final List<NewGap> closed = new ArrayList<>();
        private @Nullable Long endOfStored;
        private @Nullable GapOpened open;

        void open(GapOpened next) {
            if (open != null && open.reason() == next.reason()) {
                return;
            }
            close(next.slot());
            open = next;
        }

        void close(long slot) {
            if (open != null) {
                if (slot > open.slot()) {
                    closed.add(new NewGap(open.device(), open.series(), open.slot(), slot, open.reason()));
                }
                open = null;
            } else if (endOfStored == null && closed.isEmpty()) {
                endOfStored = slot;
            }
        }

        void into(Key key, GapChanges changes) {
            if (endOfStored != null) {
                changes.ends.add(new End(key.device, key.series, endOfStored));
            }
            changes.gaps.addAll(closed);
            if (open != null) {
                changes.gaps.add(new NewGap(key.device, key.series, open.slot(), null, open.reason()));
            }
        }
    }
}
