package id.ronda.dashboards.notice;

import id.ronda.collector.TimeSeries;
import id.ronda.identity.Right;
import io.vertx.core.Future;
import java.util.List;

/** Tells those who look after the system what does not fit on the disk. */
public final class StorageNotices implements NoticeSource {

    private final TimeSeries series;

    public StorageNotices(TimeSeries series) {
        this.series = series;
    }

    @Override
    public Future<List<Notice>> of(Onlooker onlooker) {
        return onlooker.caller().may(Right.SYSTEM_READ)
                ? series.storage()
                        .map(use -> use.notes().stream()
                                .<Notice>map(Notice.StorageTrouble::new)
                                .toList())
                : Future.succeededFuture(List.of());
    }
}
