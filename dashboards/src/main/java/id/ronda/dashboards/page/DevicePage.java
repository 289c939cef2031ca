package id.ronda.dashboards.page;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceStatus;
import id.ronda.dashboards.live.DeviceState;
import id.ronda.identity.Right;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of one device.
 *
 * @param facts what is known of its identity, in the order shown
 * @param events what happened to it, the newest first
 * @param newest the time of the newest value on the page, null if there is none
 * @param history what was done to it lately, null for who may not read it
 */
record DevicePage(
        PageFrame frame,
        Device device,
        DeviceState state,
        String make,
        List<Fact> facts,
        List<EventLine> events,
        List<InterfaceRow> interfaces,
        Map<ReadingKind, List<ReadingRow>> readings,
        List<ChartView> charts,
        @Nullable Instant newest,
        @Nullable HistoryView history) {

    /** Ways to the device itself. */
    List<DeviceLink> links() {
        return DeviceLink.of(device, frame.text());
    }

    /** Facts that are looked up rarely. */
    List<Fact> moreFacts() {
        return DeviceFacts.rest(device, frame.text());
    }

    /** Whether what it has is still being found out. */
    boolean isDiscovering() {
        return device.status() == DeviceStatus.DISCOVERING;
    }

    boolean mayEdit() {
        return frame.caller().may(Right.DEVICE_WRITE);
    }

    /** Whether the reader sees which objects of the device are read. */
    boolean mayReadObjects() {
        return frame.caller().may(Right.SERIES_READ);
    }

    /** Where its live data comes from. */
    String live() {
        return "/live/devices/" + device.id();
    }
}
