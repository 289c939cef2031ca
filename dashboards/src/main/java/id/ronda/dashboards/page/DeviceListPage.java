package id.ronda.dashboards.page;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceStatus;
import id.ronda.dashboards.directory.DeviceDirectory.Snapshot;
import id.ronda.dashboards.directory.DeviceFilter;
import id.ronda.dashboards.directory.StatusCounts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The list of devices, those that need somebody first.
 *
 * @param storage null while it cannot be told
 * @param next the address of the next page, null on the last one
 * @param complete false if there are more devices than can be shown
 */
record DeviceListPage(
        PageFrame frame,
        DeviceFilter filter,
        List<DeviceRow> rows,
        int matching,
        StatusCounts counts,
        List<DeviceClass> classes,
        @Nullable StorageView storage,
        @Nullable String next,
        boolean complete) {

    static final int LIMIT = 100;

    /** The states in the order in which they want attention. */
    static final List<DeviceStatus> URGENCY =
            List.of(DeviceStatus.DOWN, DeviceStatus.UNKNOWN, DeviceStatus.DISCOVERING, DeviceStatus.UP);

    private static final Comparator<Device> MOST_URGENT_FIRST = Comparator.<Device>comparingInt(
                    device -> URGENCY.indexOf(device.status()))
            .thenComparing(Device::id);

    /** The page behind {@code after}, which is what {@link #next} of the page before named. */
    static DeviceListPage of(
            PageFrame frame, DeviceFilter filter, @Nullable String after, Snapshot all, @Nullable StorageView storage) {
        List<Device> matching =
                filter.among(all.devices()).stream().sorted(MOST_URGENT_FIRST).toList();
        List<Device> behind =
                matching.stream().filter(device -> isBehind(device, after)).toList();
        List<Device> shown = behind.stream().limit(LIMIT).toList();
        return new DeviceListPage(
                frame,
                filter,
                shown.stream().map(device -> DeviceRow.of(device, frame.text())).toList(),
                matching.size(),
                StatusCounts.of(all.devices()),
                classes(all.devices()),
                storage,
                behind.size() > shown.size() ? query(filter, position(shown.getLast())) : null,
                all.complete());
    }

    /** The same list with only the devices of that state; of all states if null. */
    String only(@Nullable DeviceStatus status) {
        return query(new DeviceFilter(filter.words(), status, filter.deviceClass()), null);
    }

    /** The ids of the devices shown, for the stream of their states. */
    String ids() {
        return rows.stream().map(row -> row.device().id().toString()).collect(Collectors.joining(","));
    }

    /** When a device answered last, null if none ever did. */
    @Nullable
    Instant newest() {
        return rows.stream()
                .map(row -> row.device().lastAnswerAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A place in the order: the state's urgency and the id. A device whose state changes meanwhile may be met twice. */
    private static String position(Device device) {
        return URGENCY.indexOf(device.status()) + "-" + device.id();
    }

    private static boolean isBehind(Device device, @Nullable String after) {
        if (after == null || !after.matches("[0-3]-\\d{1,18}")) {
            return true;
        }
        int urgency = URGENCY.indexOf(device.status());
        int bound = after.charAt(0) - '0';
        return urgency > bound || (urgency == bound && device.id().value() > Long.parseLong(after.substring(2)));
    }

    private static List<DeviceClass> classes(List<Device> devices) {
        List<DeviceClass> present =
                devices.stream().map(DeviceFilter::classOf).distinct().toList();
        return Arrays.stream(DeviceClass.values()).filter(present::contains).toList();
    }

    private static String query(DeviceFilter filter, @Nullable String after) {
        DeviceStatus status = filter.status();
        DeviceClass deviceClass = filter.deviceClass();
        String query = Map.of(
                        "q", filter.words(),
                        "status", status == null ? "" : status.code(),
                        "class", deviceClass == null ? "" : deviceClass.code(),
                        "after", after == null ? "" : after)
                .entrySet()
                .stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/" : "/?" + query;
    }
}
