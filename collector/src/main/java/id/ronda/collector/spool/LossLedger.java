package id.ronda.collector.spool;

import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import id.ronda.collector.spool.SpoolRecord.SamplesLost;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What remains of records that are dropped: of samples a loss per device, of gaps the gaps themselves in their order.
 *
 * <p>It stays small however much is dropped: losses of a device merge, and of a flapping device's gaps only the newest
 * are kept one by one while the older become part of its loss.
 */
final class LossLedger implements SegmentVisitor {

    private static final int MARKS_KEPT = 16;

    private record Key(long device, int series) {}

    private final Map<Long, SamplesLost> losses = new LinkedHashMap<>();
    private final Map<Key, List<SpoolRecord>> marks = new LinkedHashMap<>();
    private long samples;

    /** Enters a record that is dropped. */
    void add(SpoolRecord dropped) {
        if (dropped instanceof SampleGroup group) {
            lose(group.device(), group.slot(), group.slot(), group.series().length);
        } else {
            mark(dropped);
        }
    }

    @Override
    public void samples(long device, long slot, int count, ByteBuffer columns) {
        lose(device, slot, slot, count);
    }

    @Override
    public void mark(SpoolRecord mark) {
        switch (mark) {
            case GapOpened g -> keep(new Key(g.device(), g.series()), g);
            case GapClosed g -> keep(new Key(g.device(), g.series()), g);
            case SamplesLost l -> losses.merge(l.device(), l, LossLedger::merge);
            case SampleGroup g -> add(g);
        }
    }

    private void lose(long device, long slot, long through, long count) {
        samples += count;
        losses.merge(device, new SamplesLost(device, slot, through, count), LossLedger::merge);
    }

    private static SamplesLost merge(SamplesLost one, SamplesLost other) {
        return new SamplesLost(
                one.device(),
                Math.min(one.slot(), other.slot()),
                Math.max(one.through(), other.through()),
                one.samples() + other.samples());
    }

    /** The first mark stays: it may end a gap that is in the database. Behind it the oldest pair makes room. */
    private void keep(Key key, SpoolRecord mark) {
        List<SpoolRecord> kept = marks.computeIfAbsent(key, k -> new ArrayList<>());
        kept.add(mark);
        if (kept.size() > MARKS_KEPT) {
            SpoolRecord from = kept.remove(1);
            SpoolRecord to = kept.remove(1);
            lose(key.device(), from.slot(), to.slot(), 0);
        }
    }

    boolean isEmpty() {
        return losses.isEmpty() && marks.isEmpty();
    }

    /** Samples that were entered as dropped here, without those of losses entered as such. */
    long samples() {
        return samples;
    }

    /** The records that stand for all that was dropped. */
    List<SpoolRecord> records() {
        List<SpoolRecord> all = new ArrayList<>();
        marks.values().forEach(all::addAll);
        all.addAll(losses.values());
        return all;
    }
}
