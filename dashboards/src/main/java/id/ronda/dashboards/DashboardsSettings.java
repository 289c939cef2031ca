package id.ronda.dashboards;

import id.ronda.identity.IdentitySettings;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What an office may set of its pages.
 *
 * @param zone the clock on the office's wall: all times on the pages are in it
 * @param longestSession how long after its beginning a session ends in any case
 */
public record DashboardsSettings(ZoneId zone, Duration longestSession) {

    /** Western Indonesia Time, and sessions as identity usually keeps them. */
    public static DashboardsSettings defaults() {
        return in(ZoneId.of("Asia/Jakarta"));
    }

    /** With that clock on the wall, the rest as usual. */
    public static DashboardsSettings in(ZoneId zone) {
        return new DashboardsSettings(zone, IdentitySettings.USUAL.absolute());
    }
}
