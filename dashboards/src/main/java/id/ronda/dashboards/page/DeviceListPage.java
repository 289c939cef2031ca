package id.ronda.dashboards.page;

import id.ronda.collector.DeviceHits;
import id.ronda.collector.DeviceOrder;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.StatusCounts;
import id.ronda.dashboards.text.PageText;
import id.ronda.identity.Right;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list of devices.
 *
 * @param storage null while it cannot be told
 * @param limit how far the reader sees
 * @param columns those that the reader wants beside name and state
 */
record DeviceListPage(
        PageFrame frame,
        ListQuery query,
        DeviceHits hits,
        List<DeviceRow> rows,
        @Nullable StorageView storage,
        ViewLimit limit,
        Set<ListColumn> columns) {

    /** The states in the order in which they want attention. */
    static final List<DeviceStatus> URGENCY =
            List.of(DeviceStatus.DOWN, DeviceStatus.UNKNOWN, DeviceStatus.DISCOVERING, DeviceStatus.UP);

    static DeviceListPage of(
            PageFrame frame,
            ListQuery query,
            DeviceHits hits,
            @Nullable StorageView storage,
            ViewLimit limit,
            Set<ListColumn> columns) {
        PageText text = frame.text();
        return new DeviceListPage(
                frame,
                query,
                hits,
                hits.devices().stream()
                        .map(device -> DeviceRow.of(device, text))
                        .toList(),
                storage,
                limit,
                columns);
    }

    boolean shows(ListColumn column) {
        return columns.contains(column);
    }

    /** Whether the reader may take the list with him. */
    boolean mayExport() {
        return frame.caller().may(Right.EXPORT);
    }

    /** Whether the reader may add devices. */
    boolean mayAdd() {
        return frame.caller().may(Right.DEVICE_WRITE);
    }

    StatusCounts counts() {
        return hits.counts();
    }

    /** How many devices match on all pages together. */
    int matching() {
        DeviceStatus status = query.filter().status();
        return status == null ? counts().all() : counts().of(status);
    }

    /** Whether there is no device at all, as far as the reader sees. */
    boolean isEmpty() {
        return query.countsAll() && counts().all() == 0;
    }

    /** The mark by which live counts find their place; null where the list counts other devices than they do. */
    @Nullable
    String liveCount(String name) {
        return query.countsAll() ? name : null;
    }

    /** How a column is sorted, for {@code aria-sort}; null if the list is sorted by another. */
    @Nullable
    String sorted(DeviceOrder order) {
        return order != query.order() ? null : query.descending() ? "descending" : "ascending";
    }

    /** The address of the page before; null on the first. */
    @Nullable
    String previous() {
        return hits.previous() == null ? null : query.from(hits.previous()).address();
    }

    /** The address of the page behind; null on the last. */
    @Nullable
    String next() {
        return hits.next() == null ? null : query.from(hits.next()).address();
    }

    /** The ids of the devices shown, for the stream of their states. */
    String ids() {
        return rows.stream().map(row -> row.device().id().toString()).collect(Collectors.joining(","));
    }

    /** When a device of this page answered last, null if none ever did. */
    @Nullable
    Instant newest() {
        return rows.stream()
                .map(row -> row.device().lastAnswerAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
