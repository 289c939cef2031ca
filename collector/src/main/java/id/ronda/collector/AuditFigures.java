package id.ronda.collector;

/**
 * What the tables hold of a stretch of polling, and what they should: {@code expected} = series × slots − {@code gapSlots} −
 * {@code firstSlots}.
 *
 * @param devices with at least one series
 * @param series of all of them
 * @param slots series × slots of their devices
 * @param gapSlots of these, in a recorded gap
 * @param firstSlots of rates: a rate needs two answers
 * @param stored samples in the table
 * @param twice samples whose series has another one at the same time
 * @param misplaced samples at a time that is no slot of their device
 * @param ratesChecked series whose true rate is known
 * @param ratesWrong of these, with a sample or an average that is more than 1 % beside it, and by more than a round trip of 250 ms
 * @param worstRateError the greatest distance from the true rate, as a share of it
 */
public record AuditFigures(
        int devices,
        long series,
        long slots,
        long gapSlots,
        long firstSlots,
        long stored,
        long twice,
        long misplaced,
        long ratesChecked,
        long ratesWrong,
        double worstRateError) {

    /** How many samples there should be. */
    public long expected() {
        return slots - gapSlots - firstSlots;
    }

    /** Whether each sample that should be there is, once, at its slot, and each known rate is true. */
    public boolean exact() {
        return stored == expected() && twice == 0 && misplaced == 0 && ratesWrong == 0;
    }

    /** These and those of more devices together. */
    public AuditFigures plus(AuditFigures more) {
        return new AuditFigures(
                devices + more.devices,
                series + more.series,
                slots + more.slots,
                gapSlots + more.gapSlots,
                firstSlots + more.firstSlots,
                stored + more.stored,
                twice + more.twice,
                misplaced + more.misplaced,
                ratesChecked + more.ratesChecked,
                ratesWrong + more.ratesWrong,
                Math.max(worstRateError, more.worstRateError));
    }
}
