package id.ronda.collector.spool;

import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import java.nio.ByteBuffer;

/** Counts what a segment holds and between which slots. */
final class SegmentSpan implements SegmentVisitor {

    private long records;
    private long samples;
    private long oldestSlot = Long.MAX_VALUE;
    private long newestSlot = Long.MIN_VALUE;

    void add(SpoolRecord spoolRecord) {
        if (spoolRecord instanceof SampleGroup group) {
            count(group.slot(), group.series().length);
        } else {
            mark(spoolRecord);
        }
    }

    @Override
    public void samples(long device, long slot, int count, ByteBuffer columns) {
        count(slot, count);
    }

    @Override
    public void mark(SpoolRecord mark) {
        records++;
    }

    private void count(long slot, int size) {
        records++;
        samples += size;
        oldestSlot = Math.min(oldestSlot, slot);
        newestSlot = Math.max(newestSlot, slot);
    }

    long records() {
        return records;
    }

    long samples() {
        return samples;
    }

    /** {@link Long#MAX_VALUE} if there is no sample. */
    long oldestSlot() {
        return oldestSlot;
    }

    /** {@link Long#MIN_VALUE} if there is no sample. */
    long newestSlot() {
        return newestSlot;
    }
}
