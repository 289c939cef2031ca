package id.ronda.kernel.limit;

/**
 * What one caller may ask.
 *
 * @param caller for each session and each token
 * @param stranger for each address from which nobody has signed in
 * @param streams event streams at the same time for each session and each token
 */
public record RateLimits(Rate caller, Rate stranger, int streams) {

    /** So wide that neither pages nor scripts feel it, and so narrow that one of them cannot take all there is. */
    public static final RateLimits USUAL = new RateLimits(new Rate(5_000, 500), new Rate(1_000, 50), 24);
}
