package id.ronda.collector.device;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceHistory;
import id.ronda.collector.DeviceId;
import id.ronda.collector.FoundInterface;
import id.ronda.collector.GapReason;
import id.ronda.collector.Lookup;
import id.ronda.collector.Reach;
import id.ronda.kernel.database.Lane;
import id.ronda.testkit.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupStoreTest {

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private final LookupStore store = new LookupStore();
    private TestingDevices devices;

    @BeforeEach
    void open() {
        execute("delete from collector.gap");
        execute("delete from collector.interface");
        devices = new TestingDevices(POSTGRES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inti", "127.0.1.5", "kominfo", "KODE:1.3.2", "ruang server", "sn-77"})
    void findsADeviceByWhatIsWrittenOfIt(String words) {
        DeviceId id = core();
        add("lain", "127.0.9.9");
        assertThat(find(words).devices()).extracting(Device::id).containsExactly(id);
    }

    @Test
    void putsFirstWhatBeginsWithTheWord() {
        add("gudang-router", "127.0.1.6");
        add("router-utama", "127.0.1.7");
        add("a-router", "127.0.1.8");
        assertThat(find("router").devices())
                .extracting(Device::name)
                .containsExactly("router-utama", "a-router", "gudang-router");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uplink", "UPLINK iconnet", "icon", "sfp-sfpplus1", "sfpplus1", "gi0/1 uplink", "12345"})
    void findsAnInterfaceByTheBeginningsOfItsWords(String words) {
        DeviceId id = core();
        put(id, 1, "Gi0/1", "Uplink ICONNET (SID 12345)", "sfp-sfpplus1");
        put(id, 2, "Gi0/2", "cadangan", "sfp-sfpplus2");
        assertThat(find(words).interfaces())
                .containsExactly(new FoundInterface(id, "inti", "Gi0/1", "Uplink ICONNET (SID 12345)", "sfp-sfpplus1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "!", "' | '", ":*", "& | <->", "%", "_", "\\", "tidak-ada"})
    void findsNothingForWhatIsNoWord(String words) {
        put(core(), 1, "Gi0/1", "Uplink", "x");
        assertThat(find(words)).isEqualTo(Lookup.NOTHING);
    }

    @Test
    void leavesOutAnInterfaceThatIsGone() {
        put(core(), 1, "Gi0/1", "Uplink", "x");
        execute("update collector.interface set present = false");
        assertThat(find("uplink").interfaces()).isEmpty();
    }

    @Test
    void asksTheSameTwoStatementsHoweverManyThereAre() {
        List<String> few = devices.statements(handle -> store.find(handle, Reach.EVERYTHING, "an", 8));
        devices.database.run(Lane.EDITS, handle -> PlainSearch.fill(handle, 1_000));
        assertThat(devices.statements(handle -> store.find(handle, Reach.EVERYTHING, "an", 8)))
                .isEqualTo(few)
                .hasSize(2);
    }

    @Test
    void findsInterfacesThroughTheirIndex() {
        DeviceId id = core();
        execute("insert into collector.interface"
                + " (device_id, if_index, name, instance, description, alias, admin_status, oper_status)"
                + " select " + id + ", n, 'port' || n, n, 'x' || n, 'pelanggan ' || n, 'up', 'up'"
                + " from generate_series(1, 20000) n");
        execute("analyze collector.interface");
        List<String> plan = devices.database.run(
                Lane.EDITS,
                handle -> handle.createQuery(
                                "explain select 1 from collector.interface where present and words @@ cast(:query as tsquery)")
                        .bind("query", LookupStore.query(List.of("port777")))
                        .mapTo(String.class)
                        .list());
        assertThat(String.join("\n", plan)).contains("interface_words");
        assertThat(find("port7777").interfaces()).hasSize(1);
    }

    @Test
    void tellsWhatHappenedToADevice_theNewestFirst() {
        DeviceId id = core();
        gap(id, "null", "2026-11-21T01:00:00Z", "'2026-11-21T01:05:00Z'", "timeout");
        gap(id, "7", "2026-11-21T02:00:00Z", "null", "missing-object");
        gap(id, "8", "2026-11-21T02:00:00Z", "null", "missing-object");
        DeviceHistory history = history(id, 10);
        assertThat(history.gaps())
                .extracting(
                        DeviceHistory.Silence::series,
                        each -> each.gap().reason(),
                        each -> each.gap().to())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, GapReason.MISSING_OBJECT, null),
                        org.assertj.core.groups.Tuple.tuple(
                                0, GapReason.TIMEOUT, Instant.parse("2026-11-21T01:05:00Z")));
        assertThat(history.discoveredAt()).isNull();
        assertThat(history(id, 1).gaps()).hasSize(1);
    }

    @Test
    void knowsNoHistoryOfADeviceThatIsNotThere() {
        assertThat(devices.database.<Boolean>run(
                        Lane.EDITS,
                        handle -> store.history(handle, Reach.EVERYTHING, new DeviceId(4711), 5)
                                .isEmpty()))
                .isTrue();
    }

    private DeviceHistory history(DeviceId id, int most) {
        return devices.database.run(
                Lane.EDITS,
                handle -> store.history(handle, Reach.EVERYTHING, id, most).orElseThrow());
    }

    private Lookup find(String words) {
        return devices.database.run(Lane.EDITS, handle -> store.find(handle, Reach.EVERYTHING, words, 8));
    }

    private DeviceId core() {
        DeviceId id = devices.add("{'address': '127.0.1.5', 'name': 'inti', 'unit': 'Dinas Kominfo',"
                + " 'location': 'Ruang Server', 'tags': ['kode:1.3.2'], 'snmp': {'community': 'a'}}");
        execute("update collector.device set serial = 'SN-77' where id = " + id);
        return id;
    }

    private void add(String name, String address) {
        devices.add("{'address': '" + address + "', 'name': '" + name + "', 'snmp': {'community': 'a'}}");
    }

    private static void put(DeviceId id, int index, String name, String alias, String description) {
        execute(("insert into collector.interface"
                        + " (device_id, if_index, name, instance, description, alias, admin_status, oper_status)"
                        + " values (%s, %d, '%s', '%s', '%s', '%s', 'up', 'up')")
                .formatted(id, index, name, name, description, alias));
    }

    private static void gap(DeviceId id, String series, String from, String to, String reason) {
        execute(
                "insert into collector.gap (device_id, series_id, from_time, to_time, reason) values (%s, %s, '%s', %s, '%s')"
                        .formatted(id, series, from, to, reason));
    }

    private static void execute(String sql) {
        POSTGRES.database().run(Lane.EDITS, handle -> handle.execute(sql));
    }
}
