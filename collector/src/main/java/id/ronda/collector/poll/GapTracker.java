package id.ronda.collector.poll;

import id.ronda.collector.GapReason;
import id.ronda.collector.spool.SpoolRecord;
import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Knows which gaps of one device are open and says when one begins and ends. A gap of the whole device covers all of its series;
 * gaps of single series are told apart from it and end when it begins, so that no slot is missing twice.
 */
final class GapTracker {

    private final long device;
    private final Consumer<SpoolRecord> out;
    private final Map<Integer, GapReason> openSeries = new ConcurrentHashMap<>();
    private volatile @Nullable GapReason openDevice;

    /** @param open gaps of the device that are open already */
    GapTracker(long device, List<GapOpened> open, Consumer<SpoolRecord> out) {
        this.device = device;
        this.out = out;
        for (var gap : open) {
            if (gap.series() == 0) {
                openDevice = gap.reason();
            } else {
                openSeries.put(gap.series(), gap.reason());
            }
        }
    }

    /** No sample of the device at this slot. */
    void deviceFailed(long slot, GapReason reason) {
        if (reason == openDevice) {
            return;
        }
        closeDevice(slot);
        closeAllSeries(slot);
        openDevice = reason;
        out.accept(new GapOpened(device, 0, slot, reason));
    }

    /** The device was still busy with an earlier slot at this one: an open gap just goes on. */
    void deviceOverrun(long slot) {
        if (openDevice == null) {
            deviceFailed(slot, GapReason.TIMEOUT);
        }
    }

    /** The device answered at this slot; the series tell for themselves. */
    void deviceAnswered(long slot) {
        closeDevice(slot);
    }

    /** No sample of this series at this slot ({@code reason}), or one (null). */
    void series(int series, long slot, @Nullable GapReason reason) {
        if (reason == null && openSeries.isEmpty()) {
            return;
        }
        var open = openSeries.get(series);
        if (open == reason) {
            return;
        }
        if (open != null) {
            openSeries.remove(series);
            out.accept(new GapClosed(device, series, slot));
        }
        if (reason != null) {
            openSeries.put(series, reason);
            out.accept(new GapOpened(device, series, slot, reason));
        }
    }

    /** The gaps that are open now; for the tracker that follows this one, the slots they began at do not matter. */
    List<GapOpened> open() {
        var open = new ArrayList<GapOpened>();
        var whole = openDevice;
        if (whole != null) {
            open.add(new GapOpened(device, 0, 0, whole));
        }
        openSeries.forEach((series, reason) -> open.add(new GapOpened(device, series, 0, reason)));
        return open;
    }

    private void closeDevice(long slot) {
        if (openDevice != null) {
            openDevice = null;
            out.accept(new GapClosed(device, 0, slot));
        }
    }

    private void closeAllSeries(long slot) {
        openSeries.keySet().forEach(series -> out.accept(new GapClosed(device, series, slot)));
        openSeries.clear();
    }
}
