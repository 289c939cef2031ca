package id.ronda.identity.audit;

import java.time.Duration;

/**
 * How often the sealer works.
 *
 * @param round how long it waits between two looks at the trail
 * @param checkpoint how long a seal may stay unsigned
 * @param batch how many rows it seals in one transaction
 */
public record SealerPace(Duration round, Duration checkpoint, int batch) {

    /** Rows are sealed within a second and signed within half a minute. */
    public static final SealerPace USUAL = new SealerPace(Duration.ofMillis(500), Duration.ofSeconds(30), 2_000);
}
