package id.ronda.dashboards.notice;

import id.ronda.collector.Outage;
import id.ronda.collector.Reach;
import id.ronda.dashboards.directory.ByReach;
import id.ronda.dashboards.start.Situation;
import id.ronda.dashboards.start.SituationDesk;
import id.ronda.identity.Right;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Tells who comes back from elsewhere that devices stopped answering meanwhile. While more than {@link Situation#MOST_OUTAGES}
 * are silent the newest are not told one by one; the start page then says it louder than a bell.
 */
public final class OutageNotices implements NoticeSource {

    private final ByReach<SituationDesk> desks;

    public OutageNotices(ByReach<SituationDesk> desks) {
        this.desks = desks;
    }

    @Override
    public Future<List<Notice>> of(Onlooker onlooker) {
        Instant lastLook = onlooker.lastLook();
        return lastLook != null && onlooker.caller().may(Right.DEVICE_READ)
                ? desks.of(Reach.of(onlooker.caller(), Right.DEVICE_READ))
                        .now()
                        .map(situation -> since(lastLook, situation))
                : Future.succeededFuture(List.of());
    }

    private static List<Notice> since(Instant lastLook, Situation situation) {
        List<Outage> fresh = situation.outages().stream()
                .filter(outage -> outage.since().isAfter(lastLook))
                .sorted(Comparator.comparing(Outage::since))
                .toList();
        return fresh.isEmpty()
                ? List.of()
                : List.of(new Notice.WentDown(
                        fresh.getFirst().device().name(),
                        fresh.size(),
                        fresh.getFirst().since()));
    }
}
