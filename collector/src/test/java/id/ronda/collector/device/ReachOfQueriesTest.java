package id.ronda.collector.device;

import static id.ronda.collector.device.TestingDevices.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceFilter;
import id.ronda.collector.DeviceGroup;
import id.ronda.collector.DeviceHits;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceOrder;
import id.ronda.collector.DeviceSearch;
import id.ronda.collector.Devices;
import id.ronda.collector.FoundInterface;
import id.ronda.collector.Outage;
import id.ronda.collector.Reach;
import id.ronda.identity.Classification;
import id.ronda.kernel.database.Lane;
import id.ronda.testkit.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is asked of many devices of several units and classifications, the answer is that of a plain look at each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReachOfQueriesTest {

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private static final int COUNT = 600;

    private TestingDevices devices;
    private OfficesUnderTest offices;
    private List<Device> all;

    @BeforeAll
    void fill() {
        devices = new TestingDevices(POSTGRES);
        offices = new OfficesUnderTest(POSTGRES.database());
        devices.database.run(Lane.EDITS, handle -> {
            PlainSearch.fill(handle, COUNT);
            handle.execute("update collector.device set classification ="
                    + " (array['publik', 'terbatas', 'rahasia'])[1 + id % 3], unit_id = (array[" + offices.health()
                    + ", " + offices.schools() + ", null])[1 + id / 3 % 3]");
            return handle.execute(
                    "insert into collector.interface (device_id, if_index, name, instance, description, alias"
                            + ", type, admin_status, oper_status, present) select id, 1, 'eth', 'eth', '', '', 6, 'up', 'up', true"
                            + " from collector.device");
        });
        all = await(devices.view.list(Reach.EVERYTHING, 0, COUNT)).items();
    }

    private Reach reach(Classification clearance) {
        return OfficesUnderTest.reach(offices.health(), clearance);
    }

    private List<Device> seen(Reach reach) {
        return all.stream()
                .filter(device -> reach.covers(device.unitId(), device.classification()))
                .toList();
    }

    private static Set<DeviceId> ids(List<Device> some) {
        return some.stream().map(Device::id).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(Classification.class)
    void everyList_isCutToTheReach(Classification clearance) {
        Reach reach = reach(clearance);
        List<Device> seen = seen(reach);
        assertThat(seen).hasSizeBetween(1, COUNT / 3);

        Devices view = devices.view;
        assertThat(await(view.list(reach, 0, COUNT)).items()).isEqualTo(seen);
        DeviceHits hits = await(view.search(reach, search(DeviceFilter.ALL)));
        assertThat(ids(hits.devices())).isEqualTo(ids(seen));
        assertThat(hits.counts().all()).isEqualTo(seen.size());
        var states = await(view.states(reach, ids(all)));
        assertThat(states.devices()).isEqualTo(seen);
        assertThat(states.counts()).isEqualTo(hits.counts());
        var overview = await(view.overview(reach, "layanan:", COUNT));
        assertThat(overview.groups().stream().mapToInt(DeviceGroup::devices).sum())
                .isEqualTo(seen.size());
        assertThat(ids(seen))
                .containsAll(ids(overview.outages().stream().map(Outage::device).toList()));
    }

    @Test
    void whatOneCanFilterBy_tellsOfNoForeignDevice() {
        devices.database.run(
                Lane.EDITS,
                handle -> handle.execute("update collector.device set unit = 'Rahasia Mereka', class = 'genset'"
                        + " where id = (select max(id) from collector.device where unit_id = " + offices.schools()
                        + ")"));

        DeviceHits mine = await(devices.view.search(reach(Classification.RAHASIA), search(DeviceFilter.ALL)));
        DeviceHits theirs = await(devices.view.search(
                OfficesUnderTest.reach(offices.schools(), Classification.RAHASIA), search(DeviceFilter.ALL)));

        assertThat(mine.units()).doesNotContain("Rahasia Mereka");
        assertThat(theirs.units()).contains("Rahasia Mereka");
        assertThat(mine.classes().toString()).doesNotContain("GENSET");
        assertThat(theirs.classes().toString()).contains("GENSET");
    }

    @Test
    void oneDevice_isSeenOrAsIfItWereNotThere() {
        Reach reach = reach(Classification.TERBATAS);
        for (Device device : all) {
            boolean sees = reach.covers(device.unitId(), device.classification());
            assertThat(await(devices.view.find(reach, device.id())).isPresent()).isEqualTo(sees);
            assertThat(await(devices.view.interfaces(reach, device.id())).size())
                    .isEqualTo(sees ? 1 : 0);
            assertThat(await(devices.view.history(reach, device.id(), 5)).isPresent())
                    .isEqualTo(sees);
        }
    }

    @Test
    void whatAFewWordsFind_isInReach() {
        Reach reach = reach(Classification.TERBATAS);
        assertThat(ids(await(devices.view.lookup(reach, "127", COUNT)).devices()))
                .isEqualTo(ids(seen(reach)));
        assertThat(await(devices.view.lookup(reach, "eth", COUNT)).interfaces())
                .extracting(FoundInterface::device)
                .containsExactlyInAnyOrderElementsOf(ids(seen(reach)));
    }

    @Test
    void readingsThatAreWatched_areThoseOfTheReachNow() {
        Device mine = seen(reach(Classification.RAHASIA)).getFirst();
        execute("insert into collector.reading (device_id, metric, instance, name, oid, unit, last_value, last_time)"
                + " select id, 'fuel.level', '', 'Fuel', '1.3', '%', 5, now() from collector.device");
        Predicate<id.ronda.collector.Reading> any = reading -> true;

        var before = await(devices.view.watched(reach(Classification.RAHASIA), Set.of("fuel.level"), any));
        execute("update collector.device set unit_id = " + offices.schools() + " where id = " + mine.id());
        var after = await(devices.view.watched(reach(Classification.RAHASIA), Set.of("fuel.level"), any));
        execute("update collector.device set unit_id = " + offices.health() + " where id = " + mine.id());

        assertThat(before.watched()).isPositive();
        assertThat(after.watched()).isEqualTo(before.watched() - 1);
    }

    @Test
    void aReach_changesNoNumberOfStatements() {
        var search = new DeviceSearchStore();
        for (Reach reach : List.of(Reach.EVERYTHING, Reach.NOTHING, reach(Classification.TERBATAS))) {
            assertThat(devices.statements(handle -> search.search(handle, reach, search(DeviceFilter.ALL))))
                    .hasSize(3);
            assertThat(devices.statements(handle -> new OverviewStore().overview(handle, reach, "layanan:", 20)))
                    .hasSize(2);
            assertThat(devices.statements(handle -> search.states(handle, reach, Set.of())))
                    .hasSize(2);
        }
    }

    private static DeviceSearch search(DeviceFilter filter) {
        return new DeviceSearch(filter, DeviceOrder.NAME, false, null, COUNT);
    }

    private void execute(String sql) {
        devices.database.run(Lane.EDITS, handle -> handle.execute(sql));
    }
}
