package id.ronda.dashboards;

import java.time.ZoneId;
import java.util.Optional;

/**
 * What an office may set of its pages.
 *
 * @param zone the clock on the office's wall: all times on the pages are in it
 * @param provider what people call whom they may sign in with beside their passwords, if there is one
 */
public record DashboardsSettings(ZoneId zone, Optional<String> provider) {

    /** Passwords alone. */
    public DashboardsSettings(ZoneId zone) {
        this(zone, Optional.empty());
    }

    /** Western Indonesia Time. */
    public static DashboardsSettings defaults() {
        return new DashboardsSettings(ZoneId.of("Asia/Jakarta"));
    }
}
