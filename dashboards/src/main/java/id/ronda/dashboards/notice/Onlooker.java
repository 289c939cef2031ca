package id.ronda.dashboards.notice;

import id.ronda.kernel.http.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who looks.
 *
 * @param lastLook when he last saw how everything is; null if that is not known
 */
public record Onlooker(Caller caller, @Nullable Instant lastLook) {}
