package id.ronda.collector.store;

/**
 * How long the time series are kept.
 *
 * @param rawDays of samples as they were measured, as long as the budget allows
 * @param fiveMinuteDays of stretches of 5 minutes
 * @param hourDays of stretches of an hour
 * @param dayDays of stretches of a day
 * @param budgetBytes of the disk for all of them; the raw samples shorten themselves before it is full
 */
public record RetentionSettings(int rawDays, int fiveMinuteDays, int hourDays, int dayDays, long budgetBytes) {

    private static final long GIBI = 1L << 30;
    private static final long DEFAULT_BUDGET = 20 * GIBI;

    public RetentionSettings {
        if (rawDays < 1 || fiveMinuteDays < 1 || hourDays < 1 || dayDays < 1 || budgetBytes < 1) {
            throw new IllegalArgumentException("retention needs at least one day of each kind and a budget");
        }
    }

    /**
     * 14 days raw, 90 days of 5 minutes, 5 years of hours and days; 20 GiB or half of the disk that is ours to take,
     * whichever is smaller.
     *
     * @param oursBytes free, and used by the database already: else the budget would shrink by what it holds
     */
    public static RetentionSettings defaults(long oursBytes) {
        return new RetentionSettings(14, 90, 1827, 1827, Math.max(1, Math.min(DEFAULT_BUDGET, oursBytes / 2)));
    }

    /** What is left of the budget when other tables take that much. */
    RetentionSettings beside(long otherBytes) {
        return new RetentionSettings(rawDays, fiveMinuteDays, hourDays, dayDays, Math.max(1, budgetBytes - otherBytes));
    }

    /** The same with a part of the budget set aside. */
    RetentionSettings without(long reservedBytes) {
        return new RetentionSettings(
                rawDays, fiveMinuteDays, hourDays, dayDays, Math.max(1, budgetBytes - reservedBytes));
    }

    int days(PartitionedTable table) {
        return switch (table) {
            case SAMPLE -> rawDays;
            case FIVE_MINUTES -> fiveMinuteDays;
            case HOUR -> hourDays;
            case DAY -> dayDays;
        };
    }
}
