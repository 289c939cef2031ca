package id.ronda.collector;

import java.time.Duration;

/** Something about the disk that people should know, without words: those are the reader's language's. */
public sealed interface StorageNote {

    /**
     * The budget shortens the raw samples.
     *
     * @param set days of raw samples that are set
     * @param fitting days that fit
     */
    record FewerDays(int set, double fitting) implements StorageNote {}

    /** The budget does not hold one day of samples beside the rollups. */
    record BudgetTooSmall() implements StorageNote {}

    /**
     * The spool is too small for what is polled.
     *
     * @param holds samples of so long while the database is away
     * @param required what it should hold
     * @param neededMib the bound that would do, in MiB
     */
    record SpoolTooSmall(Duration holds, Duration required, long neededMib) implements StorageNote {}
}
