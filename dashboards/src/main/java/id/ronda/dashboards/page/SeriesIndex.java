package id.ronda.dashboards.page;

import id.ronda.collector.DeviceInterface;
import id.ronda.collector.Series;
import id.ronda.dashboards.live.LatestSamples;
import id.ronda.dashboards.live.LatestSamples.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the series of a reading or an interface among those of its device, and their newest samples. */
final class SeriesIndex {

    private final Map<Key, Series> byKey = new HashMap<>();
    private final LatestSamples latest;

    SeriesIndex(List<Series> series, LatestSamples latest) {
        series.forEach(one -> byKey.put(new Key(one.metric(), one.instance()), one));
        this.latest = latest;
    }

    private record Key(String metric, String instance) {}

    /** The series of that metric and instance. */
    Optional<Series> find(String metric, String instance) {
        return Optional.ofNullable(byKey.get(new Key(metric, instance)));
    }

    /** The series of an interface. */
    Optional<Series> find(String metric, DeviceInterface row) {
        return find(metric, row.instance());
    }

    /** The newest sample of a series, if one came since the start. */
    Optional<Sample> newest(Series series) {
        return latest.of(series.id());
    }
}
