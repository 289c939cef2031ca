package id.ronda.collector.spool;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the last run left in the spool: the newest slot of each device, and gaps in their order. */
public final class Unstored implements SegmentVisitor {

    private final Map<Long, Long> lastSlots = new HashMap<>();
    private final List<SpoolRecord> marks = new ArrayList<>();

    /** The newest slot of each device that has samples in the spool. */
    public Map<Long, Long> lastSlots() {
        return Map.copyOf(lastSlots);
    }

    /** Gaps and losses in their order. */
    public List<SpoolRecord> marks() {
        return List.copyOf(marks);
    }

    @Override
    public void samples(long device, long slot, int count, ByteBuffer columns) {
        lastSlots.merge(device, slot, Math::max);
    }

    @Override
    public void mark(SpoolRecord mark) {
        marks.add(mark);
        if (mark instanceof SpoolRecord.SamplesLost lost) {
            lastSlots.merge(lost.device(), lost.through(), Math::max);
        }
    }
}
