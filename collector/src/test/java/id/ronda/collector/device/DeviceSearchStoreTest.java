package id.ronda.collector.device;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceFilter;
import id.ronda.collector.DeviceHits;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceOrder;
import id.ronda.collector.DevicePosition;
import id.ronda.collector.DeviceSearch;
import id.ronda.collector.DeviceStates;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Reach;
import id.ronda.kernel.database.Lane;
import id.ronda.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeviceSearchStoreTest {

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private static final List<String> WORDS =
            List.of("", "ups", "Rak", "rak 1", "50%", "a_b", "\\", "cisco 127.0", "zz");

    private final DeviceSearchStore store = new DeviceSearchStore();
    private TestingDevices devices;

    @BeforeEach
    void open() {
        devices = new TestingDevices(POSTGRES);
    }

    @Test
    void findsWhatALookAtEveryDeviceFinds() {
        devices.fill(400);
        List<Device> all = devices.every();
        Random random = new Random(20_261_121);
        for (int round = 0; round < 150; round++) {
            DeviceFilter filter = anyFilter(random);
            DeviceOrder order = any(random, List.of(DeviceOrder.values()));
            boolean descending = random.nextBoolean();
            int limit = 1 + random.nextInt(80);
            List<DeviceId> expected = PlainSearch.sorted(all, filter, order, descending);
            assertThat(leafThrough(filter, order, descending, limit))
                    .as("%s by %s, descending %s, %d a page", filter, order, descending, limit)
                    .isEqualTo(expected);
        }
    }

    @Test
    void countsTheStatesOfWhatMatchesWithoutItsState() {
        devices.fill(200);
        DeviceFilter filter = new DeviceFilter("ups", DeviceStatus.DOWN, null, null, null, null);
        DeviceHits hits = search(new DeviceSearch(filter, DeviceOrder.NAME, false, null, 10));
        for (DeviceStatus status : DeviceStatus.values()) {
            assertThat(hits.counts().of(status))
                    .isEqualTo(PlainSearch.sorted(devices.every(), filter.withStatus(status), DeviceOrder.NAME, false)
                            .size());
        }
        assertThat(hits.classes())
                .contains(DeviceClass.UPS, DeviceClass.UNKNOWN)
                .isSorted();
        assertThat(hits.units()).containsExactly("Bappeda", "Diskominfo", "RSUD");
    }

    @Test
    void asksTheSameFewStatementsOfTwentyDevicesAndOfTwentyThousand() {
        DeviceSearch asked = new DeviceSearch(
                new DeviceFilter("rak", null, DeviceClass.UPS, null, null, null), DeviceOrder.MODEL, true, null, 100);
        devices.fill(20);
        List<String> few = devices.statements(handle -> store.search(handle, Reach.EVERYTHING, asked));
        devices.fill(19_980);
        assertThat(devices.statements(handle -> store.search(handle, Reach.EVERYTHING, asked)))
                .isEqualTo(few)
                .hasSize(3);
        assertThat(search(asked).devices()).hasSize(100);
        assertThat(devices.statements(handle -> store.states(handle, Reach.EVERYTHING, Set.of(new DeviceId(1)))))
                .hasSize(2);
    }

    @Test
    void tellsHowSomeDevicesAre() {
        devices.fill(30);
        List<DeviceId> ids = devices.every().stream().map(Device::id).toList();
        Set<DeviceId> asked = new HashSet<>(ids.subList(3, 6));
        asked.add(new DeviceId(999_999_999));
        DeviceStates states = devices.database.run(Lane.EDITS, handle -> store.states(handle, Reach.EVERYTHING, asked));
        assertThat(states.devices()).extracting(Device::id).isEqualTo(ids.subList(3, 6));
        assertThat(states.counts().all()).isEqualTo(30);
    }

    @Test
    void takesAPositionOfAnotherOrderForTheFirstPage() {
        devices.fill(5);
        DevicePosition foreign = new DevicePosition("rtr", 3, false);
        assertThat(search(new DeviceSearch(DeviceFilter.ALL, DeviceOrder.STATE, false, foreign, 10))
                        .devices())
                .hasSize(5);
    }

    /** From page to page to the end, and back to the beginning. */
    private List<DeviceId> leafThrough(DeviceFilter filter, DeviceOrder order, boolean descending, int limit) {
        List<List<Device>> pages = new ArrayList<>();
        DeviceHits hits = search(new DeviceSearch(filter, order, descending, null, limit));
        assertThat(hits.previous()).isNull();
        pages.add(hits.devices());
        while (hits.next() != null) {
            hits = search(new DeviceSearch(filter, order, descending, hits.next(), limit));
            pages.add(hits.devices());
        }
        for (int page = pages.size() - 2; page >= 0; page--) {
            hits = search(new DeviceSearch(filter, order, descending, hits.previous(), limit));
            assertThat(hits.devices()).isEqualTo(pages.get(page));
            assertThat(hits.next()).isNotNull();
        }
        assertThat(hits.previous()).isNull();
        return pages.stream().flatMap(List::stream).map(Device::id).toList();
    }

    private DeviceHits search(DeviceSearch asked) {
        return devices.database.run(Lane.EDITS, handle -> store.search(handle, Reach.EVERYTHING, asked));
    }

    private static DeviceFilter anyFilter(Random random) {
        return new DeviceFilter(
                any(random, WORDS),
                random.nextInt(4) > 0 ? null : any(random, List.of(DeviceStatus.values())),
                random.nextInt(4) > 0
                        ? null
                        : any(random, List.of(DeviceClass.UPS, DeviceClass.ROUTER, DeviceClass.UNKNOWN)),
                random.nextInt(4) > 0 ? null : any(random, List.of("Bappeda", "RSUD", "nowhere")),
                random.nextInt(6) > 0 ? null : any(random, List.of("Rak 1", "50% penuh")),
                maybe(random, List.of("a_b", "kode:17", "layanan:penghubung")));
    }

    private static @Nullable String maybe(Random random, List<String> values) {
        return random.nextInt(5) > 0 ? null : any(random, values);
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
