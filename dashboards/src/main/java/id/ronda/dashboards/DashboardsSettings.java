package id.ronda.dashboards;

import java.time.ZoneId;

/**
 * What an office may set of its pages.
 *
 * @param zone the clock on the office's wall: all times on the pages are in it
 */
public record DashboardsSettings(ZoneId zone) {

    /** Western Indonesia Time. */
    public static DashboardsSettings defaults() {
        return new DashboardsSettings(ZoneId.of("Asia/Jakarta"));
    }
}
