package id.ronda.collector.device;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceGroup;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Outage;
import id.ronda.collector.Overview;
import id.ronda.collector.Reach;
import id.ronda.collector.ReadingState;
import id.ronda.collector.WatchedReadings;
import id.ronda.kernel.database.Lane;
import id.ronda.testkit.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OverviewStoreTest {

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private final OverviewStore store = new OverviewStore();
    private TestingDevices devices;

    @BeforeEach
    void open() {
        for (String table : List.of("gap", "series")) {
            POSTGRES.database().run(Lane.EDITS, handle -> handle.execute("delete from collector." + table));
        }
        devices = new TestingDevices(POSTGRES);
    }

    @Test
    void putsEveryDeviceIntoOneGroup() {
        devices.database.run(Lane.EDITS, handle -> PlainSearch.fill(handle, 500));
        Overview all = overview(10_000);
        assertThat(all.groups().stream().mapToInt(DeviceGroup::devices).sum()).isEqualTo(500);
        assertThat(all.groups()).extracting(DeviceGroup::tag).containsOnly("layanan:penghubung", (String) null);
        assertThat(all.groups()).extracting(DeviceGroup::deviceClass).contains(DeviceClass.UNKNOWN, DeviceClass.UPS);
        assertThat(all.outages())
                .isNotEmpty()
                .isSortedAccordingTo((a, b) -> a.since().compareTo(b.since()));
        assertThat(all.outages())
                .extracting(Outage::device)
                .extracting(Device::status)
                .containsOnly(DeviceStatus.DOWN);
    }

    @Test
    void asksTheSameTwoStatementsHoweverManyDevicesThereAre() {
        List<String> few = devices.statements(handle -> store.overview(handle, Reach.EVERYTHING, "layanan:", 20));
        devices.database.run(Lane.EDITS, handle -> PlainSearch.fill(handle, 2_000));
        assertThat(devices.statements(handle -> store.overview(handle, Reach.EVERYTHING, "layanan:", 20)))
                .isEqualTo(few)
                .hasSize(2);
        assertThat(overview(20).outages()).hasSize(20);
    }

    @Test
    void countsAnOutageFromTheFirstSlotWithoutAnAnswer() {
        DeviceId id = devices.add("{'address': '127.0.1.5', 'snmp': {'community': 'a'}}");
        execute("update collector.device set status = 'down', last_answer_at = '2026-11-21T03:00:00Z'");
        assertThat(overview(5).outages().getFirst().since()).isEqualTo(Instant.parse("2026-11-21T03:00:00Z"));
        execute("insert into collector.gap (device_id, from_time, reason) values (" + id
                + ", '2026-11-21T03:00:30Z', 'timeout')");
        assertThat(overview(5).outages().getFirst().since()).isEqualTo(Instant.parse("2026-11-21T03:00:30Z"));
    }

    @Test
    void looksAtTheReadingsOfAllDevicesInMemory() {
        DeviceId id = devices.add("{'address': '127.0.1.5', 'name': 'ups-1', 'snmp': {'community': 'a'}}");
        String rows = "insert into collector.reading (device_id, metric, instance, name, oid, unit, states) values"
                + " (%1$s, 'state', 'b', 'Battery', '1.3', '1', '{\"2\": \"ok\", \"3\": \"critical\"}'),"
                + " (%1$s, 'fuel.level', '', 'Fuel', '1.3', 'pct', null),"
                + " (%1$s, 'voltage', '', 'Volt', '1.3', 'V', null)";
        execute(rows.formatted(id));
        execute("insert into collector.series (device_id, metric, instance, unit, kind, since) values (" + id
                + ", 'state', 'b', '1', 'state', now())");
        int series = devices.database.run(
                Lane.EDITS,
                handle -> handle.createQuery("select id from collector.series")
                        .mapTo(Integer.class)
                        .one());
        Instant since = TestingDevices.NOW.minusSeconds(60);
        devices.newest.put(series, new NewestSamples.Newest(3, TestingDevices.NOW, since));

        WatchedReadings found = TestingDevices.await(devices.view.watched(
                Reach.EVERYTHING, Set.of("fuel.level"), reading -> reading.state() == ReadingState.CRITICAL));

        assertThat(found.watched()).isEqualTo(2);
        assertThat(found.known()).isEqualTo(1);
        assertThat(found.readings()).singleElement().satisfies(each -> {
            assertThat(each.device()).isEqualTo(id);
            assertThat(each.deviceName()).isEqualTo("ups-1");
            assertThat(each.since()).isEqualTo(since);
            assertThat(each.reading().time()).isEqualTo(TestingDevices.NOW);
        });
    }

    private Overview overview(int most) {
        return devices.database.run(Lane.EDITS, handle -> store.overview(handle, Reach.EVERYTHING, "layanan:", most));
    }

    private void execute(String sql) {
        devices.database.run(Lane.EDITS, handle -> handle.execute(sql));
    }
}
