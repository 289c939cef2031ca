package id.ronda.dashboards.directory;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.DeviceStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which devices a reader wants to see.
 *
 * @param words all of them must occur somewhere in what is written of the device; empty: any device
 * @param status null: any
 * @param deviceClass null: any
 */
public record DeviceFilter(
        String words,
        @Nullable DeviceStatus status,
        @Nullable DeviceClass deviceClass) {

    private static final int LONGEST = 200;

    /** All devices. */
    public static final DeviceFilter ALL = new DeviceFilter("", null, null);

    /** The filter of a query string; what it does not know it does not filter by. */
    public static DeviceFilter of(@Nullable String words, @Nullable String status, @Nullable String deviceClass) {
        String asked = words == null ? "" : words.strip();
        return new DeviceFilter(
                asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked,
                statusOf(status).orElse(null),
                deviceClass == null ? null : DeviceClass.ofCode(deviceClass).orElse(null));
    }

    /** Those that match, in their order. */
    public List<Device> among(List<Device> devices) {
        List<String> wanted = words.isEmpty()
                ? List.of()
                : Arrays.asList(words.toLowerCase(Locale.ROOT).split("\\s+"));
        return devices.stream().filter(device -> matches(device, wanted)).toList();
    }

    /** The class of a device; a device that never answered has none yet. */
    public static DeviceClass classOf(Device device) {
        return device.identity() == null
                ? DeviceClass.UNKNOWN
                : device.identity().deviceClass();
    }

    private boolean matches(Device device, List<String> wanted) {
        return (status == null || device.status() == status)
                && (deviceClass == null || classOf(device) == deviceClass)
                && (wanted.isEmpty() || wanted.stream().allMatch(written(device)::contains));
    }

    private static String written(Device device) {
        DeviceIdentity identity = device.identity();
        Stream<@Nullable String> who = identity == null
                ? Stream.empty()
                : Stream.of(identity.vendor(), identity.model(), identity.sysName(), identity.serial());
        Stream<@Nullable String> where = Stream.of(
                device.name(),
                device.address(),
                device.unit(),
                device.location(),
                classOf(device).code());
        return Stream.of(who, where, device.tags().stream())
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .reduce("", (all, next) -> all + " " + next)
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<DeviceStatus> statusOf(@Nullable String code) {
        return Arrays.stream(DeviceStatus.values())
                .filter(s -> s.code().equals(code))
                .findFirst();
    }
}
