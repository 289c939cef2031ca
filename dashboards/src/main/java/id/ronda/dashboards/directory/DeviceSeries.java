package id.ronda.dashboards.directory;

import id.ronda.collector.DeviceId;
import id.ronda.collector.Reach;
import id.ronda.collector.Series;
import id.ronda.collector.TimeSeries;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** All series of one device, in the order of their ids. */
public final class DeviceSeries {

    /** A core switch has about ten series a port; a device with more than this is shown in part. */
    static final int MOST = 10_000;

    private static final int PAGE = 1_000;

    private final TimeSeries series;

    public DeviceSeries(TimeSeries series) {
        this.series = series;
    }

    /** The series of that device; empty if it has none or is unknown or out of reach. */
    public Future<List<Series>> of(Reach reach, DeviceId device) {
        return read(reach, device, 0, new ArrayList<>());
    }

    private Future<List<Series>> read(Reach reach, DeviceId device, int after, List<Series> before) {
        return series.list(reach, device, null, after, PAGE).compose(page -> {
            before.addAll(page.items());
            return page.next() == null || before.size() >= MOST
                    ? Future.succeededFuture(List.copyOf(before))
                    : read(reach, device, Integer.parseInt(page.next()), before);
        });
    }
}
