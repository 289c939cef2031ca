package id.ronda.dashboards.page;

import id.ronda.collector.Device;
import id.ronda.dashboards.live.DeviceState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of one device.
 *
 * @param facts what is known of its identity, name and value, in the order shown
 * @param newest the time of the newest value on the page, null if there is none
 * @param history what was done to it lately, null for who may not read it
 */
record DevicePage(
        PageFrame frame,
        Device device,
        DeviceState state,
        String make,
        Map<String, String> facts,
        List<InterfaceRow> interfaces,
        Map<ReadingKind, List<ReadingRow>> readings,
        List<ChartView> charts,
        @Nullable Instant newest,
        @Nullable HistoryView history) {

    /** Where its live data comes from. */
    String live() {
        return "/live/devices/" + device.id();
    }
}
