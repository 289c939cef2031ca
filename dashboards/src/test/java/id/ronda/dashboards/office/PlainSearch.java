package id.ronda.dashboards.office;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceFilter;
import id.ronda.collector.DeviceHits;
import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.DeviceOrder;
import id.ronda.collector.DevicePosition;
import id.ronda.collector.DeviceSearch;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.StatusCounts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Searches by looking at every device; positions are those of devices that stay where they are. */
record PlainSearch(List<Device> all) {

    private static final List<DeviceStatus> URGENCY =
            List.of(DeviceStatus.DOWN, DeviceStatus.UNKNOWN, DeviceStatus.DISCOVERING, DeviceStatus.UP);

    DeviceHits page(DeviceSearch asked) {
        Comparator<Device> order = by(asked.order()).thenComparing(Device::id);
        List<Device> matching = matching(asked.filter()).stream()
                .sorted(asked.descending() ? order.reversed() : order)
                .toList();
        int begin = begin(matching, asked.from(), asked.limit());
        int end = Math.min(begin + asked.limit(), matching.size());
        List<Device> shown = matching.subList(begin, end);
        return new DeviceHits(
                shown,
                counts(matching(asked.filter().withStatus(null))),
                all.stream().map(Device::deviceClass).distinct().sorted().toList(),
                all.stream()
                        .map(Device::unit)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList(),
                begin > 0 ? at(shown.getFirst(), true) : null,
                end < matching.size() ? at(shown.getLast(), false) : null);
    }

    static StatusCounts counts(List<Device> devices) {
        StatusCounts counts = StatusCounts.NONE;
        for (Device device : devices) {
            counts = counts.plus(device.status(), 1);
        }
        return counts;
    }

    private static DevicePosition at(Device device, boolean backwards) {
        return new DevicePosition("", device.id().value(), backwards);
    }

    private static int begin(List<Device> matching, @Nullable DevicePosition from, int limit) {
        if (from == null) {
            return 0;
        }
        int there = IntStream.range(0, matching.size())
                .filter(i -> matching.get(i).id().value() == from.id())
                .findFirst()
                .orElse(-1);
        return from.backwards() ? Math.max(0, there - limit) : there + 1;
    }

    private List<Device> matching(DeviceFilter filter) {
        return all.stream().filter(device -> matches(device, filter)).toList();
    }

    private static boolean matches(Device device, DeviceFilter filter) {
        return (filter.status() == null || filter.status() == device.status())
                && (filter.deviceClass() == null || filter.deviceClass() == device.deviceClass())
                && (filter.unit() == null || filter.unit().equals(device.unit()))
                && (filter.location() == null || filter.location().equals(device.location()))
                && (filter.tag() == null || device.tags().contains(filter.tag()))
                && filter.eachWord().stream().allMatch(device.toString().toLowerCase(Locale.ROOT)::contains);
    }

    private static Comparator<Device> by(DeviceOrder order) {
        return switch (order) {
            case STATE -> Comparator.comparingInt(device -> URGENCY.indexOf(device.status()));
            case NAME -> Comparator.comparing(device -> device.name().toLowerCase(Locale.ROOT));
            case CLASS -> Comparator.comparing(device -> device.deviceClass().code());
            case VENDOR -> Comparator.comparing(device -> of(device, DeviceIdentity::vendor));
            case MODEL -> Comparator.comparing(device -> of(device, DeviceIdentity::model));
            case LAST_ANSWER ->
                Comparator.comparing(device -> Objects.requireNonNullElse(device.lastAnswerAt(), Instant.EPOCH));
        };
    }

    private static String of(Device device, Function<DeviceIdentity, @Nullable String> field) {
        String value = device.identity() == null ? null : field.apply(device.identity());
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }
}
