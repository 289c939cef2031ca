package id.ronda.collector.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.ronda.collector.Device;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Reach;
import id.ronda.kernel.Json;
import id.ronda.kernel.Page;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.list.Comparison;
import id.ronda.kernel.list.ListQuery;
import id.ronda.kernel.list.ListQuery.Condition;
import id.ronda.kernel.list.ListQuery.SortKey;
import id.ronda.testkit.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is asked of the list, the pages hold what a look at every device finds, in that order, nothing twice. */
class DeviceListTest {

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private static final Instant MIDST = Instant.parse("2026-11-21T03:59:55Z");

    private static final Map<String, Comparator<Device>> ORDERS = Map.of(
            "name", by(Device::name),
            "status", Comparator.comparing(device -> device.status().code()),
            "vendor", by(device -> known(device, DeviceIdentity::vendor)),
            "model", by(device -> known(device, DeviceIdentity::model)),
            "unit", by(Device::unit),
            "location", by(Device::location),
            "address", by(Device::address),
            "lastAnswerAt",
                    Comparator.comparing(device -> Objects.requireNonNullElse(device.lastAnswerAt(), Instant.EPOCH)));

    private record Asked(Condition condition, Predicate<Device> holds) {}

    private static final List<Asked> CONDITIONS = List.of(
            asked("name", Comparison.IS, device -> lower(device.name()).equals("rtr-3"), "RTR-3"),
            asked("name", Comparison.CONTAINS, device -> lower(device.name()).contains("50% "), "50% "),
            asked("name", Comparison.CONTAINS, device -> lower(device.name()).contains("rtr_"), "rTr_"),
            asked(
                    "location",
                    Comparison.CONTAINS,
                    device -> lower(device.location()).contains("\\"),
                    "\\"),
            asked(
                    "vendor",
                    Comparison.IS,
                    device -> lower(known(device, DeviceIdentity::vendor)).matches("cisco|apc"),
                    "Cisco",
                    "APC"),
            asked("vendor", Comparison.EMPTY, device -> known(device, DeviceIdentity::vendor) == null, true),
            asked("unit", Comparison.EMPTY, device -> device.unit() != null, false),
            asked(
                    "status",
                    Comparison.IS,
                    device -> device.status() != DeviceStatus.UP,
                    "down",
                    "unknown",
                    "discovering"),
            asked("class", Comparison.IS, device -> device.identity() == null, "unknown"),
            asked(
                    "tag",
                    Comparison.IS,
                    device -> device.tags().contains("a_b") || device.tags().contains("kode:17"),
                    "a_b",
                    "kode:17"),
            asked("enabled", Comparison.IS, device -> true, true),
            asked("enabled", Comparison.IS, device -> false, false),
            asked(
                    "lastAnswerAt",
                    Comparison.FROM,
                    device -> device.lastAnswerAt() != null
                            && !device.lastAnswerAt().isBefore(MIDST),
                    MIDST),
            asked(
                    "lastAnswerAt",
                    Comparison.BEFORE,
                    device -> device.lastAnswerAt() != null
                            && device.lastAnswerAt().isBefore(MIDST),
                    MIDST),
            asked("lastAnswerAt", Comparison.EMPTY, device -> device.lastAnswerAt() == null, true));

    private final DeviceSearchStore store = new DeviceSearchStore();
    private TestingDevices devices;

    @BeforeEach
    void open() {
        devices = new TestingDevices(POSTGRES);
    }

    private static Asked asked(String field, Comparison comparison, Predicate<Device> holds, Object... values) {
        return new Asked(new Condition(field, comparison, List.of(values)), holds);
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static Comparator<Device> by(Function<Device, @Nullable String> text) {
        return Comparator.comparing(device -> lower(text.apply(device)));
    }

    private static @Nullable String known(Device device, Function<DeviceIdentity, @Nullable String> what) {
        return device.identity() == null ? null : what.apply(device.identity());
    }

    @Test
    void findsWhatALookAtEveryDeviceFinds() throws JsonProcessingException {
        devices.fill(300);
        List<Device> all = devices.every();
        Random random = new Random(20_261_121);
        for (int round = 0; round < 120; round++) {
            List<Asked> asked = some(random, CONDITIONS, 2);
            List<SortKey> sort = sort(random);
            ListQuery query = new ListQuery(
                    asked.stream().map(Asked::condition).toList(), sort, List.of(), 1 + random.nextInt(60));

            assertThat(leafThrough(query)).as("%s", query).isEqualTo(expected(all, asked, sort));
        }
    }

    private static List<DeviceId> expected(List<Device> all, List<Asked> asked, List<SortKey> sort) {
        return all.stream()
                .filter(device -> asked.stream().allMatch(each -> each.holds().test(device)))
                .sorted(comparator(sort))
                .map(Device::id)
                .toList();
    }

    private static Comparator<Device> comparator(List<SortKey> sort) {
        return sort.stream()
                .map(DeviceListTest::comparator)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Comparator<Device> comparator(SortKey key) {
        Comparator<Device> ascending = key.field().equals("id")
                ? Comparator.comparing(Device::id)
                : Objects.requireNonNull(ORDERS.get(key.field()));
        return key.descending() ? ascending.reversed() : ascending;
    }

    private static List<SortKey> sort(Random random) {
        List<SortKey> sort = new ArrayList<>();
        some(random, List.copyOf(ORDERS.keySet()), 3)
                .forEach(field -> sort.add(new SortKey(field, random.nextBoolean())));
        sort.add(new SortKey("id", random.nextBoolean()));
        return sort;
    }

    private static <T> List<T> some(Random random, List<T> all, int most) {
        List<T> shuffled = new ArrayList<>(all);
        shuffled.sort(Comparator.comparing(Object::toString));
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, random.nextInt(most + 1));
    }

    private List<DeviceId> leafThrough(ListQuery query) throws JsonProcessingException {
        List<DeviceId> found = new ArrayList<>();
        Page<StoredDevice> page = list(query);
        page.items().forEach(each -> found.add(each.device().id()));
        while (page.next() != null) {
            List<String> after = List.of(Json.mapper().readValue(page.next(), String[].class));
            page = list(new ListQuery(query.conditions(), query.sort(), after, query.limit()));
            page.items().forEach(each -> found.add(each.device().id()));
        }
        return found;
    }

    private Page<StoredDevice> list(ListQuery query) {
        return devices.database.run(Lane.EDITS, handle -> store.list(handle, Reach.EVERYTHING, query));
    }

    @Test
    void asksOneStatementOfTwentyDevicesAndOfTwentyThousand() {
        ListQuery query = new ListQuery(
                List.of(CONDITIONS.get(1).condition(), CONDITIONS.get(7).condition()),
                List.of(new SortKey("vendor", true), new SortKey("id", true)),
                List.of("cisco", "999999999"),
                100);
        devices.fill(20);
        List<String> few = devices.statements(handle -> store.list(handle, Reach.EVERYTHING, query));
        devices.fill(19_980);

        assertThat(devices.statements(handle -> store.list(handle, Reach.EVERYTHING, query)))
                .isEqualTo(few)
                .hasSize(1);
        assertThat(list(query).items()).hasSize(100);
    }
}
