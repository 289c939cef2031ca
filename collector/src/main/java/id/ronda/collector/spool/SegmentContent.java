package id.ronda.collector.spool;

import id.ronda.collector.SampleBatch;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a segment holds, in the shape in which it is stored.
 *
 * @param samples column by column, in the order of the spool
 * @param lastSlots the newest slot of each device that has samples here
 * @param marks gaps and losses in their order
 * @param unreadable samples that were sealed and could not be read back: the disk changed them
 */
public record SegmentContent(SampleBatch samples, Map<Long, Long> lastSlots, List<SpoolRecord> marks, long unreadable) {

    /** Builds the content from records in memory, as if they had been read from a segment. */
    public static SegmentContent of(List<SpoolRecord> records) {
        Gatherer gatherer = new Gatherer(records.size());
        for (SpoolRecord spoolRecord : records) {
            if (spoolRecord instanceof SampleGroup group) {
                gatherer.group(group);
            } else {
                gatherer.mark(spoolRecord);
            }
        }
        return gatherer.content(0);
    }

    /** Gathers the columns; the arrays grow if the expected size was too small. */
    static final class Gatherer implements SegmentVisitor {

        private final Map<Long, Long> lastSlots = new HashMap<>();
        private final List<SpoolRecord> marks = new ArrayList<>();
        private int[] series;
        private long[] slots;
        private double[] values;
        private int size;

        Gatherer(int expected) {
            series = new int[expected];
            slots = new long[expected];
            values = new double[expected];
        }

        @Override
        public void samples(long device, long slot, int count, ByteBuffer columns) {
            makeRoom(count);
            columns.asIntBuffer().get(series, size, count);
            columns.position(columns.position() + count * Integer.BYTES);
            columns.asDoubleBuffer().get(values, size, count);
            added(device, slot, count);
        }

        private void group(SampleGroup group) {
            int count = group.series().length;
            makeRoom(count);
            System.arraycopy(group.series(), 0, series, size, count);
            System.arraycopy(group.values(), 0, values, size, count);
            added(group.device(), group.slot(), count);
        }

        private void added(long device, long slot, int count) {
            Arrays.fill(slots, size, size + count, slot);
            size += count;
            lastSlots.merge(device, slot, Math::max);
        }

        int size() {
            return size;
        }

        @Override
        public void mark(SpoolRecord mark) {
            marks.add(mark);
        }

        private void makeRoom(int count) {
            if (size + count > series.length) {
                int length = Math.max(size + count, series.length * 2);
                series = Arrays.copyOf(series, length);
                slots = Arrays.copyOf(slots, length);
                values = Arrays.copyOf(values, length);
            }
        }

        SegmentContent content(long unreadable) {
            return new SegmentContent(new SampleBatch(series, slots, values, size), lastSlots, marks, unreadable);
        }
    }
}
