package id.ronda.collector.device;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceFilter;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.DeviceOrder;
import id.ronda.collector.DeviceStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a search must find, by looking at every device, and random devices to look among. */
final class PlainSearch {

    private static final List<DeviceStatus> URGENCY =
            List.of(DeviceStatus.DOWN, DeviceStatus.UNKNOWN, DeviceStatus.DISCOVERING, DeviceStatus.UP);

    private static final String FILL = """
            insert into collector.device (
                address, port, name, interval_s, snmp_version, snmp_identity, unit, location, tags, status, profile, class, vendor
              , model, serial, sys_name, last_answer_at, created_at
            )
            select '127.' || n / 65536 || '.' || n / 256 % 256 || '.' || n % 256, 161
                 , (array['UPS-' || n, 'rtr_' || n, null, 'sw 50% ' || n, 'Rtr-' || n % 7])[1 + floor(random() * 5)]
                 , 60, '2c', gen_random_uuid()::text
                 , (array['Bappeda', 'RSUD', 'Diskominfo', null])[1 + floor(random() * 4)]
                 , (array['Rak 1', 'Rak 2', '50% penuh', 'c:\\temp', null])[1 + floor(random() * 5)]
                 , (array['{a_b}', '{kode:17,layanan:penghubung}', '{}', '{axb}'])[1 + floor(random() * 4)]::text[]
                 , (array['up', 'up', 'down', 'unknown', 'discovering'])[1 + floor(random() * 5)]
                 , case when n % 9 > 0 then 'generic' end, case when n % 9 > 0 then (array['ups', 'router', 'switch', 'server'])[1 + n % 4] end
                 , case when n % 9 > 0 then (array['APC', 'Cisco', 'cisco', null])[1 + floor(random() * 4)] end
                 , case when n % 9 > 0 then 'M' || floor(random() * 9) end, case when n % 9 > 0 then 'S' || n end
                 , case when n % 9 > 0 then (array['', 'Inti', null])[1 + n % 3] end
                 , case when n % 5 > 0 then timestamptz '2026-11-21 04:00:00Z' - n % 11 * interval '1.000001 s' end, now()
              from generate_series(1, :count) n
            """;

    private PlainSearch() {}

    /** Adds random devices. */
    static int fill(Handle handle, int count) {
        return handle.createUpdate(FILL).bind("count", count).execute();
    }

    static List<DeviceId> sorted(List<Device> all, DeviceFilter filter, DeviceOrder order, boolean descending) {
        Comparator<Device> sorted = by(order).thenComparing(Device::id);
        return all.stream()
                .filter(device -> matches(device, filter))
                .sorted(descending ? sorted.reversed() : sorted)
                .map(Device::id)
                .toList();
    }

    private static Comparator<Device> by(DeviceOrder order) {
        return switch (order) {
            case STATE -> Comparator.comparingInt(device -> URGENCY.indexOf(device.status()));
            case NAME -> Comparator.comparing(device -> device.name().toLowerCase(Locale.ROOT));
            case CLASS -> Comparator.comparing(device -> classOf(device).code());
            case VENDOR -> Comparator.comparing(device -> of(device, DeviceIdentity::vendor));
            case MODEL -> Comparator.comparing(device -> of(device, DeviceIdentity::model));
            case LAST_ANSWER ->
                Comparator.comparing(device -> Objects.requireNonNullElse(device.lastAnswerAt(), Instant.EPOCH));
        };
    }

    private static boolean matches(Device device, DeviceFilter filter) {
        return (filter.status() == null || filter.status() == device.status())
                && (filter.deviceClass() == null || filter.deviceClass() == classOf(device))
                && (filter.unit() == null || filter.unit().equals(device.unit()))
                && (filter.location() == null || filter.location().equals(device.location()))
                && (filter.tag() == null || device.tags().contains(filter.tag()))
                && filter.eachWord().stream().allMatch(written(device)::contains);
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
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    private static DeviceClass classOf(Device device) {
        return device.identity() == null
                ? DeviceClass.UNKNOWN
                : device.identity().deviceClass();
    }

    private static String of(Device device, Function<DeviceIdentity, @Nullable String> field) {
        String value = device.identity() == null ? null : field.apply(device.identity());
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }
}
