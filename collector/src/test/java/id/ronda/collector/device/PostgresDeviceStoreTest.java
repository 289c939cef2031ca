package id.ronda.collector.device;

import static id.ronda.collector.device.Forms.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Reach;
import id.ronda.kernel.database.Lane;
import id.ronda.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDeviceStoreTest {

    private static final String V3 = """
            {'address': '127.0.1.6', 'port': 1161, 'name': 'UPS', 'interval': '5m', 'unit': 'Diskominfo',
             'location': 'Rak 2', 'parent': 'fw-1', 'tags': ['a', 'b'],
             'snmp': {'version': '3', 'user': 'ronda', 'context': 'lab', 'authProtocol': 'SHA-256',
             'authPassphrase': 'auth-word-1', 'privProtocol': 'AES-128', 'privPassphrase': 'priv-word-1'}}""";

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private TestingDevices devices;

    @BeforeEach
    void open() {
        devices = new TestingDevices(POSTGRES);
    }

    private static DeviceDraft numbered(int n) {
        return draft("{'address': '127.0.2.%d', 'name': 'd%d', 'snmp': {'community': 'c%d'}}".formatted(n, n, n));
    }

    private List<KnownDevice> insert(int count) {
        List<DeviceDraft> drafts = IntStream.rangeClosed(1, count)
                .mapToObj(PostgresDeviceStoreTest::numbered)
                .toList();
        return devices.database.run(
                Lane.EDITS, handle -> devices.store.insert(handle, drafts, Map.of(), false, TestingDevices.NOW));
    }

    @Test
    void whatWasSaidIsReadBack_secretsIncluded() {
        DeviceId id = devices.add(V3);

        var known = devices.database.run(Lane.EDITS, handle -> devices.store.known(handle, id));

        assertThat(known).contains(new KnownDevice(id, 1, false, null, draft(V3)));
    }

    @Test
    void textSourcesAreReadBackToo_secretsIncluded() {
        for (String said : List.of(
                "{'address': '127.0.1.8', 'nut': {'ups': 'k', 'user': 'u', 'password': 'nut-word'}}",
                "{'address': '127.0.1.8', 'nut': {'ups': 'other'}}",
                "{'address': '127.0.1.8', 'prometheus': {'path': '/m', 'tls': true, 'token': 'token-word'}}")) {
            DeviceId id = devices.add(said);

            var known = devices.database.run(Lane.EDITS, handle -> devices.store.known(handle, id));

            assertThat(known).contains(new KnownDevice(id, 1, false, null, draft(said)));
        }
    }

    @Test
    void insert_keepsTheOrderOfTheDrafts() {
        List<KnownDevice> added = insert(30);

        assertThat(added)
                .extracting(device -> device.draft().name())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 30).mapToObj(n -> "d" + n).toList());
        List<KnownDevice> all = devices.database.run(Lane.EDITS, devices.store::all);
        assertThat(all).isEqualTo(added);
    }

    @Test
    void noStatementsParameterOrColumnHoldsASecretInTheClear() {
        devices.add(V3);
        devices.add("{'address': '127.0.1.7', 'snmp': {'community': 'hush-hush'}}");

        String everything = devices.database.run(
                Lane.EDITS,
                handle -> handle.createQuery("""
                        select (select string_agg(d::text, ' ') from collector.device d)
                            || (select string_agg(encode(coalesce(community, auth_passphrase || priv_passphrase), 'escape'), ' ')
                                  from collector.device_secret)""").mapTo(String.class).one());

        assertThat(everything).contains("ronda").doesNotContain("hush-hush", "auth-word-1", "priv-word-1");
    }

    @Test
    void aSecretMovedToAnotherDeviceDoesNotOpen() {
        DeviceId first = devices.add("{'address': '127.0.1.7', 'snmp': {'community': 'one'}}");
        DeviceId second = devices.add("{'address': '127.0.1.8', 'snmp': {'community': 'two'}}");

        devices.database.run(
                Lane.EDITS,
                handle -> handle.execute(
                        "update collector.device_secret set community = (select community from collector.device_secret"
                                + " where device_id = ?) where device_id = ?",
                        first.value(),
                        second.value()));

        assertThatThrownBy(() -> devices.database.run(Lane.EDITS, handle -> devices.store.known(handle, second)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void list_goesOnBehindAnId_withOneStatement() {
        List<KnownDevice> added = insert(5);
        long third = added.get(2).id().value();

        var statements =
                devices.statements(handle -> assertThat(devices.store.list(handle, Reach.EVERYTHING, third, 10))
                        .extracting(stored -> stored.device().name())
                        .containsExactly("d4", "d5"));

        assertThat(statements).hasSize(1);
    }

    @Test
    void anyNumberOfDevicesTakesTheSameFewStatements() {
        List<DeviceDraft> drafts = IntStream.rangeClosed(1, 50)
                .mapToObj(PostgresDeviceStoreTest::numbered)
                .toList();

        var statements = devices.statements(handle -> {
            var added = devices.store.insert(handle, drafts, Map.of(), false, TestingDevices.NOW);
            devices.store.update(handle, added);
            assertThat(devices.store.all(handle)).hasSize(50);
            assertThat(devices.store.known(
                            handle, drafts.stream().map(devices.store::key).toList()))
                    .hasSize(50);
        });

        assertThat(statements).hasSize(2 + 2 + 1 + 1);
    }

    @Test
    void aDeviceIsItsAddressPortVersionAndWhoAsks() {
        devices.add("{'address': '127.0.1.5', 'snmp': {'community': 'a'}}");
        devices.add("{'address': '127.0.1.5', 'snmp': {'community': 'b'}}");
        devices.add("{'address': '127.0.1.5', 'snmp': {'version': '1', 'community': 'a'}}");
        devices.add("{'address': '127.0.1.5', 'port': 1161, 'snmp': {'community': 'a'}}");
        devices.add("{'address': '127.0.1.5', 'snmp': {'version': '3', 'user': 'a'}}");
        devices.add("{'address': '127.0.1.5', 'snmp': {'version': '3', 'user': 'a', 'context': 'b'}}");

        assertThat(devices.registry.all()).hasSize(6);
    }

    @Test
    void update_countsTheRevision_andADisabledDeviceIsNeitherUpNorDown() {
        KnownDevice added = insert(1).getFirst();

        var off = new KnownDevice(added.id(), 1, false, null, added.draft().withEnabled(false));
        devices.database.run(Lane.EDITS, handle -> devices.store.update(handle, List.of(off)));

        StoredDevice stored = devices.find(added.id());
        assertThat(stored.revision()).isEqualTo(2);
        assertThat(stored.enabled()).isFalse();
        assertThat(stored.device().status()).isEqualTo(DeviceStatus.UNKNOWN);
    }
}
