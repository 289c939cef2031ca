package id.ronda.collector;

/**
 * Samples of one committed batch, column by column, so that a rule can run over them without an object a sample.
 * The first {@code size} elements of each array are set; readers must not write to them.
 *
 * @param series series ids
 * @param slots slot times, milliseconds since 1970 UTC
 * @param values in each series' unit
 */
@SuppressWarnings("ArrayRecordComponent")
public record SampleBatch(int[] series, long[] slots, double[] values, int size) {}
