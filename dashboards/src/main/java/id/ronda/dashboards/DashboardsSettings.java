package id.ronda.dashboards;

import id.ronda.identity.IdentitySettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What an office may set of its pages.
 *
 * @param zone the clock on the office's wall: all times on the pages are in it
 * @param longestSession how long after its beginning a session ends in any case
 * @param provider what people call whom they may sign in with beside their passwords, if there is one
 */
public record DashboardsSettings(ZoneId zone, Duration longestSession, Optional<String> provider) {

    /** Western Indonesia Time, and sessions as identity usually keeps them. */
    public static DashboardsSettings defaults() {
        return in(ZoneId.of("Asia/Jakarta"));
    }

    /** With that clock on the wall, the rest as usual. */
    public static DashboardsSettings in(ZoneId zone) {
        return new DashboardsSettings(zone, IdentitySettings.USUAL.absolute(), Optional.empty());
    }

    /** The same where people may sign in with somebody beside their passwords. */
    public DashboardsSettings offering(Optional<String> name) {
        return new DashboardsSettings(zone, longestSession, name);
    }
}
