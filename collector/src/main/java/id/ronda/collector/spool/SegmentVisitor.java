package id.ronda.collector.spool;

import java.nio.ByteBuffer;

/** Sees the records of a segment in their order, without an object a sample. */
interface SegmentVisitor {

    /**
     * A group of samples.
     *
     * @param columns at its position {@code count} series ids (int), behind them as many values (double)
     */
    void samples(long device, long slot, int count, ByteBuffer columns);

    /** A record that is no group: a gap's begin or end, or a loss. */
    void mark(SpoolRecord mark);
}
