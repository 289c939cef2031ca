package id.ronda.kernel.limit;

/**
 * A token bucket.
 *
 * @param burst requests at once, when nothing was asked for a while
 * @param perSecond requests a second for as long as one likes
 */
public record Rate(int burst, int perSecond) {

    public Rate {
        if (burst < 1 || perSecond < 1) {
            throw new IllegalArgumentException(
                    "a rate is at least 1 at once and 1 a second, not " + burst + " and " + perSecond);
        }
    }

    /** Seconds in which an empty bucket fills up. */
    int window() {
        return Math.max(1, Math.ceilDiv(burst, perSecond));
    }
}
