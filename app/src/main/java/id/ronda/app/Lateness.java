package id.ronda.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.util.concurrent.TimeUnit;

/** The lateness of slots since a moment, read from the poller's histogram: percentiles are as fine as its buckets. */
final class Lateness {

    private final MeterRegistry meters;
    private final CountAtBucket[] before;

    /** From now on. */
    Lateness(MeterRegistry meters) {
        this.meters = meters;
        this.before = counts();
    }

    private CountAtBucket[] counts() {
        return meters.get("ronda.poll.lateness").timer().takeSnapshot().histogramCounts();
    }

    /** The upper end, in milliseconds, of the bucket that holds this share (0 to 1) of the slots; NaN if there were none. */
    double percentile(double share) {
        var now = counts();
        double all = since(now, now.length - 1);
        for (int i = 0; i < now.length; i++) {
            if (all > 0 && since(now, i) >= share * all) {
                return now[i].bucket(TimeUnit.MILLISECONDS);
            }
        }
        return Double.NaN;
    }

    private double since(CountAtBucket[] now, int i) {
        return i < 0 ? 0 : now[i].count() - (i < before.length ? before[i].count() : 0);
    }
}
