package id.ronda.collector.device;

import static id.ronda.collector.device.Forms.draft;
import static id.ronda.collector.device.Forms.form;
import static id.ronda.collector.device.TestingDevices.EDITOR;
import static id.ronda.collector.device.TestingDevices.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.collector.DeviceAdded;
import id.ronda.collector.DeviceChanged;
import id.ronda.collector.DeviceDiscovered;
import id.ronda.collector.DeviceId;
import id.ronda.collector.device.DeviceDesk.Added;
import id.ronda.collector.device.DeviceDesk.Edited;
import id.ronda.collector.device.RowResult.Status;
import id.ronda.collector.snmp.Community;
import id.ronda.collector.snmp.SnmpVersion;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.LaneBounds;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.Precondition;
import id.ronda.kernel.http.Problem;
import id.ronda.testkit.TestDatabase;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeviceDeskTest {

    private static final String PUBLIC = "{'address': '127.0.1.5', 'snmp': {'community': 'public'}}";

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private TestingDevices devices;

    @BeforeEach
    void begin() {
        devices = new TestingDevices(POSTGRES);
    }

    @Test
    void add_storesTellsAndShowsThePollerTheDevice() {
        List<DeviceId> told = new ArrayList<>();
        devices.registry.onChange(told::add);

        DeviceId id = devices.add(PUBLIC);

        assertThat(devices.facts()).containsExactly(new DeviceAdded(id, TestingDevices.NOW));
        assertThat(told).containsExactly(id);
        assertThat(devices.registry.find(id))
                .contains(new PollTarget(
                        id,
                        "127.0.1.5",
                        161,
                        new Community(SnmpVersion.V2C, new Secret("public")),
                        PollInterval.DEFAULT,
                        "127.0.1.5",
                        true,
                        Set.of(),
                        1));
    }

    @Test
    void aTagNamesTheInterfacesToWatch() {
        DeviceId id = devices.importCsv("address,community,tags\n127.0.1.5,c,core;watch:<pppoe-budi>;watch:\n")
                .getFirst()
                .id();

        assertThat(id).isNotNull();
        assertThat(devices.desk.watched(id)).containsExactly("<pppoe-budi>");
        assertThat(devices.desk.watched(new DeviceId(999))).isEmpty();
    }

    @Test
    void add_theSameAgainGivesTheOldId_andChangesNothing() {
        DeviceId id = devices.add(PUBLIC);

        Added again = await(devices.desk.add(
                EDITOR, draft("{'address': '127.0.1.5', 'name': 'other', 'snmp': {'community': 'public'}}")));

        assertThat(again).isEqualTo(new Added.Before(id));
        assertThat(devices.facts()).hasSize(1);
        assertThat(devices.registry.all()).hasSize(1);
    }

    @Test
    void add_manyTimesAtOnceMakesOneDevice() {
        List<Future<Added>> all = IntStream.range(0, 12)
                .mapToObj(n -> devices.desk.add(EDITOR, draft(PUBLIC)))
                .toList();

        assertThat(all.stream().map(TestingDevices::await).filter(Added.New.class::isInstance))
                .hasSize(1);
        assertThat(devices.registry.all()).hasSize(1);
    }

    @Test
    void edit_changesWhatIsSaid_andTells() {
        DeviceId id = devices.add(PUBLIC);

        assertThat(devices.edit(id, form("{'interval': '5s', 'enabled': false}")))
                .isEqualTo(new Edited.Done(id));

        assertThat(devices.find(id).revision()).isEqualTo(2);
        assertThat(devices.facts()).last().isEqualTo(new DeviceChanged(id, 2, false, TestingDevices.NOW));
        assertThat(devices.registry.find(id)).hasValueSatisfying(target -> {
            assertThat(target.interval()).hasSeconds(5);
            assertThat(target.enabled()).isFalse();
        });
    }

    @Test
    void edit_thatChangesNothingIsNoEdit() {
        DeviceId id = devices.add(PUBLIC);

        devices.edit(id, form("{'interval': '60s'}"));

        assertThat(devices.find(id).revision()).isEqualTo(1);
        assertThat(devices.facts()).hasSize(1);
    }

    @Test
    void edit_intoAnotherDeviceNamesIt() {
        DeviceId one = devices.add(PUBLIC);
        DeviceId two = devices.add("{'address': '127.0.1.5', 'snmp': {'community': 'other'}}");

        assertThat(devices.edit(two, form("{'snmp': {'community': 'public'}}"))).isEqualTo(new Edited.SameAs(one));
    }

    @Test
    void edit_onAnotherStateIsRefused() {
        DeviceId id = devices.add(PUBLIC);
        var problem = Problem.of(412, "changed", "t", null);

        Edited edited = await(devices.desk.edit(
                EDITOR,
                id,
                form("{'name': 'x'}"),
                revision -> revision == 1 ? new Precondition.Failed(problem) : new Precondition.Met()));

        assertThat(edited).isEqualTo(new Edited.Refused(problem));
    }

    @Test
    void edit_ofNothingIsToldSo() {
        assertThat(devices.edit(new DeviceId(999), form("{}"))).isEqualTo(new Edited.Unknown());
    }

    @Test
    void importRows_createsUpdatesLeavesAndRefusesRowByRow() {
        DeviceId known = devices.add(PUBLIC);
        DeviceId same = devices.add("{'address': '127.0.1.9', 'name': 'same', 'snmp': {'community': 'c'}}");

        List<RowResult> rows = devices.importCsv("""
                address,name,community,interval
                127.0.1.6,new,c,30s
                127.0.1.5,named,public,60s
                127.0.1.9,same,c,60s
                127.0.1.7,wrong,c,3 days
                127.0.1.6,again,c,30s
                """);

        assertThat(rows).extracting(RowResult::row).containsExactly(2, 3, 4, 5, 6);
        assertThat(rows)
                .extracting(RowResult::status)
                .containsExactly(Status.CREATED, Status.UPDATED, Status.UNCHANGED, Status.REFUSED, Status.REFUSED);
        assertThat(rows.get(1).id()).isEqualTo(known);
        assertThat(rows.get(2).id()).isEqualTo(same);
        assertThat(rows.get(3).errors()).extracting(FieldError::field).containsExactly("/interval");
        assertThat(rows.get(4).errors())
                .containsExactly(new FieldError(
                        "/address", "is the same device as in row 2", "perangkat yang sama dengan baris 2"));
        assertThat(devices.find(known).device().name()).isEqualTo("named");
        assertThat(devices.registry.all()).hasSize(3);
    }

    @Test
    void aFailedOutboxLeavesNoDeviceBehind() {
        asOwner("revoke insert on kernel.outbox from ronda_app");
        try {
            assertThatThrownBy(() -> await(devices.desk.add(EDITOR, draft(PUBLIC))))
                    .hasStackTraceContaining("permission denied");
        } finally {
            asOwner("grant insert on kernel.outbox to ronda_app");
        }

        List<KnownDevice> left = devices.database.run(Lane.EDITS, devices.store::all);
        assertThat(left).isEmpty();
        assertThat(devices.registry.all()).isEmpty();
    }

    private static void asOwner(String sql) {
        var bounds = LaneBounds.of(1, 1);
        try (Database owner =
                Database.open(POSTGRES.owner(), Map.of(Lane.INGEST, bounds, Lane.EDITS, bounds), POSTGRES.meters())) {
            owner.run(Lane.EDITS, handle -> handle.execute(sql));
        }
    }

    @Test
    void load_bringsEverythingBackAfterAStart() {
        DeviceId id = devices.add(PUBLIC);
        var registry = new DeviceRegistry(devices.meters);
        devices.desk(registry).load();

        assertThat(registry.all())
                .isEqualTo(devices.registry.all())
                .extracting(PollTarget::id)
                .containsExactly(id);
    }

    @Test
    void saveInventory_tellsOnlyOfDevicesThatAreThere() {
        DeviceId id = devices.add(PUBLIC);
        var found = Findings.router();

        assertThat(await(devices.desk.saveInventory(id, found))).isTrue();
        assertThat(await(devices.desk.saveInventory(new DeviceId(999), found))).isFalse();

        assertThat(devices.facts())
                .containsExactly(
                        new DeviceAdded(id, TestingDevices.NOW),
                        new DeviceDiscovered(id, found.identity(), true, TestingDevices.NOW));
    }
}
