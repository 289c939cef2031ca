package id.ronda.dashboards.page;

import id.ronda.collector.DeviceStatus;
import id.ronda.collector.StatusCounts;
import id.ronda.dashboards.start.ServiceTile;
import id.ronda.dashboards.start.Trouble;
import id.ronda.dashboards.text.PageText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one of the services is, in words. */
record TileView(ServiceTile tile, PageText text) {

    String code() {
        return tile.service().code();
    }

    String title() {
        return text.say("service." + code());
    }

    /** Whether no device belongs to it. */
    boolean isEmpty() {
        return tile.counts().all() == 0;
    }

    /** How a device comes to belong to it. */
    String advice() {
        return text.say("start.tile.none", tile.service().tag());
    }

    /** The code of the state that the tile wears. */
    String status() {
        return isEmpty() ? "off" : tile.status().code();
    }

    StatusCounts counts() {
        return tile.counts();
    }

    /** The states in which devices of it are that do not answer; empty when all is well. */
    List<DeviceStatus> unwell() {
        return DeviceListPage.URGENCY.stream()
                .filter(status -> status != DeviceStatus.UP && counts().of(status) > 0)
                .toList();
    }

    /** So many of so many answer. */
    String summary() {
        return text.say("start.tally", counts().of(DeviceStatus.UP), counts().all());
    }

    /** The longest outage, null if there is none. */
    @Nullable
    TroubleLine worst() {
        return tile.worst() == null ? null : TroubleLine.of(new Trouble.Silent(tile.worst()), text);
    }
}
