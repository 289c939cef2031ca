package id.ronda.collector.spool;

import id.ronda.collector.GapReason;

/** What goes through the spool, in the order in which it happened. Times are slots, milliseconds since 1970 UTC. */
public sealed interface SpoolRecord {

    long device();

    /** The slot at which it happened. */
    long slot();

    /**
     * The samples of one device and one slot.
     *
     * @param series series ids
     * @param values as many as series, in the same order
     */
    @SuppressWarnings("ArrayRecordComponent")
    record SampleGroup(long device, long slot, int[] series, double[] values) implements SpoolRecord {}

    /** No samples from this slot on: of the whole device if {@code series} is 0, else of that series. */
    record GapOpened(long device, int series, long slot, GapReason reason) implements SpoolRecord {}

    /** Samples again from this slot on: ends the open gap of the device ({@code series} 0) or series, if there is one. */
    record GapClosed(long device, int series, long slot) implements SpoolRecord {}

    /**
     * Samples of a device that were given to the spool and are lost: the slots {@code [slot, through]} have none, or too few.
     *
     * @param slot the first slot of which something was lost
     * @param through the last such slot
     * @param samples how many samples were lost
     */
    record SamplesLost(long device, long slot, long through, long samples) implements SpoolRecord {}
}
