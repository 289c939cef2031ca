package id.ronda.collector.device;

import static id.ronda.collector.device.Forms.draft;
import static id.ronda.collector.device.Forms.form;
import static id.ronda.collector.device.TestingDevices.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Reach;
import id.ronda.identity.Actor;
import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditEntry;
import id.ronda.identity.AuditFilter;
import id.ronda.identity.AuditTrail;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.http.Precondition;
import id.ronda.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the audit trail tells of devices. */
final class DeviceTrailTest {

    private static final Actor DEWI =
            Actor.person("7", "Dewi", new Actor.Origin("127.0.3.4", "session-1", "Mozilla/5.0"));
    private static final Editor AT_THE_DESK = new Editor(DEWI, Reach.EVERYTHING, Reach.EVERYTHING);
    private static final String V3 = "{'address': '127.0.1.6', 'snmp': {'version': '3', 'user': 'ronda',"
            + " 'authProtocol': 'SHA-256', 'authPassphrase': 'first-passphrase',"
            + " 'privProtocol': 'AES-128', 'privPassphrase': 'second-passphrase'}}";

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private TestingDevices devices;
    private long before;

    @BeforeEach
    void begin() {
        devices = new TestingDevices(POSTGRES);
        before = entries(0).stream().mapToLong(AuditEntry::id).max().orElse(0);
    }

    @Test
    void add_isToldInTheNameOfWhoeverIsAtTheDesk() {
        await(devices.desk.add(AT_THE_DESK, draft("{'address': '127.0.1.5', 'snmp': {'community': 'very-secret'}}")));

        List<AuditEntry> told = entries(before);
        assertThat(told).extracting(AuditEntry::objectType).containsExactly("device", "device-credential");
        assertThat(told).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo(DEWI);
            assertThat(entry.action()).isEqualTo(AuditAction.CREATED);
            assertThat(entry.changeSet()).isEqualTo(told.getFirst().changeSet());
        });
        assertThat(told.getFirst().objectLabel()).isEqualTo("127.0.1.5");
        assertThat(String.valueOf(told.getFirst().after()))
                .contains("\"interval_s\":60", "\"snmp_identity\":\"changed\"")
                .doesNotContain("status", "created_at");
        assertThat(String.valueOf(told.getLast().after())).isEqualTo("{\"community\":\"changed\"}");
    }

    @Test
    void edit_tellsOnlyWhatSomebodyChanged() {
        DeviceId id = devices.add(V3);
        before = entries(0).getLast().id();

        await(devices.desk.edit(
                AT_THE_DESK, id, form("{'name': 'core', 'tags': ['a']}"), revision -> new Precondition.Met()));

        List<AuditEntry> told = entries(before);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().objectId()).isEqualTo(String.valueOf(id.value()));
        assertThat(told.getFirst().objectLabel()).isEqualTo("core");
        assertThat(String.valueOf(told.getFirst().before())).isEqualTo("{\"name\":null,\"tags\":[]}");
        assertThat(String.valueOf(told.getFirst().after())).isEqualTo("{\"name\":\"core\",\"tags\":[\"a\"]}");
    }

    @Test
    void newPassphrase_isToldAsChanged() {
        DeviceId id = devices.add(V3);
        before = entries(0).getLast().id();

        devices.edit(id, form("{'snmp': {'authPassphrase': 'another-passphrase'}}"));

        List<AuditEntry> told = entries(before);
        assertThat(told).extracting(AuditEntry::objectType).containsExactly("device-credential");
        assertThat(told.getFirst().actor()).isEqualTo(Actor.system());
        assertThat(String.valueOf(told.getFirst().after())).contains("\"auth_passphrase\":\"changed\"");
    }

    @Test
    void whatRondaFindsOut_isNotTold() {
        DeviceId id = devices.add(V3);
        before = entries(0).getLast().id();

        await(devices.desk.saveStatus(
                List.of(new DeviceStatusUpdate(id, DeviceStatus.UP, TestingDevices.NOW, null, null))));

        assertThat(devices.find(id).device().status()).isEqualTo(DeviceStatus.UP);
        assertThat(entries(before)).isEmpty();
    }

    @Test
    void importOfManyRows_isOneChangeSet() {
        await(devices.desk.importRows(
                AT_THE_DESK,
                TestingDevices.rows("address,community\n127.0.2.1,very-secret\n127.0.2.2,very-secret\n"),
                false));

        assertThat(entries(before))
                .hasSize(4)
                .extracting(AuditEntry::changeSet)
                .containsOnly(entries(before).getFirst().changeSet());
    }

    @Test
    void noSecret_standsAnywhereInTheTrail() {
        devices.add(V3);
        devices.add("{'address': '127.0.1.5', 'snmp': {'community': 'very-secret'}}");
        String trail = POSTGRES.database()
                .run(
                        Lane.EDITS,
                        handle -> handle.createQuery("select string_agg(a::text, ' ') from identity.audit a")
                                .mapTo(String.class)
                                .one());
        List<String> sealed = POSTGRES.database()
                .run(
                        Lane.EDITS,
                        handle -> handle.createQuery("""
                                        select encode(community, 'hex') from collector.device_secret
                                         where community is not null
                                         union all select encode(auth_passphrase, 'hex') from collector.device_secret
                                         where auth_passphrase is not null
                                         union all select snmp_identity from collector.device where snmp_version <> '3'
                                        """).mapTo(String.class).list());

        assertThat(sealed).hasSize(3).allSatisfy(secret -> assertThat(trail).doesNotContain(secret));
        assertThat(trail).contains("127.0.1.6").doesNotContain("very-secret", "first-passphrase", "second-passphrase");
    }

    private static List<AuditEntry> entries(long after) {
        AuditTrail trail = new AuditTrail(() -> TestingDevices.NOW);
        return POSTGRES
                .database()
                .run(Lane.EDITS, handle -> trail.page(handle, AuditFilter.ALL, 1_000, null))
                .items()
                .reversed()
                .stream()
                .filter(entry -> entry.id() > after)
                .toList();
    }
}
