package id.ronda.collector.device;

import static id.ronda.collector.device.Forms.form;
import static id.ronda.collector.device.OfficesUnderTest.HEALTH;
import static id.ronda.collector.device.OfficesUnderTest.SCHOOLS;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceId;
import id.ronda.identity.UnitId;
import id.ronda.identity.UnitMove;
import id.ronda.kernel.database.Lane;
import id.ronda.testkit.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** To which unit a device belongs. */
class DeviceUnitsStoreTest {

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private TestingDevices devices;
    private OfficesUnderTest offices;
    private final DeviceUnitsStore store = new DeviceUnitsStore();

    @BeforeEach
    void open() {
        devices = new TestingDevices(POSTGRES);
        offices = new OfficesUnderTest(POSTGRES.database());
    }

    private DeviceId device(int n, String unit) {
        return devices.add("{'address': '127.0.3.%d', 'unit': '%s', 'snmp': {'community': 'c'}}".formatted(n, unit));
    }

    private Set<UnitMove> follow() {
        return devices.database.run(Lane.EDITS, store.follow());
    }

    @Test
    void aNewDevice_isOfTheUnitThatItsOfficeMeans() {
        assertThat(offices.unitOf(device(1, "DINKES"))).isEqualTo(offices.health());
        assertThat(offices.unitOf(device(2, "Kantor Pos"))).isNull();
        assertThat(offices.unitOf(devices.add("{'address': '127.0.3.3', 'snmp': {'community': 'c'}}")))
                .isNull();
    }

    @Test
    void aNameThatTwoUnitsHave_meansNone() {
        offices.unit(HEALTH);
        assertThat(offices.unitOf(device(1, HEALTH))).isNull();
    }

    @Test
    void anEdit_movesTheDevice() {
        DeviceId id = device(1, HEALTH);
        devices.edit(id, form("{'unit': '" + SCHOOLS + "'}"));
        assertThat(offices.unitOf(id)).isEqualTo(offices.schools());
        devices.edit(id, form("{'unit': null}"));
        assertThat(offices.unitOf(id)).isNull();
    }

    @Test
    void rowsOfATable_areOfTheirUnits() {
        var rows = devices.importCsv("""
                address,community,unit,classification
                127.0.3.1,c,disdik,publik
                127.0.3.2,c,Dinkes,
                127.0.3.3,c,,rahasia
                """);
        assertThat(rows)
                .extracting(row -> offices.unitOf(Objects.requireNonNull(row.id())))
                .containsExactly(offices.schools(), offices.health(), null);
        assertThat(rows)
                .extracting(row -> devices.find(Objects.requireNonNull(row.id()))
                        .device()
                        .classification()
                        .code())
                .containsExactly("publik", "terbatas", "rahasia");
    }

    @Test
    void whenUnitsAreRenamed_devicesFollowAndTheMovesAreTold() {
        DeviceId one = device(1, HEALTH);
        DeviceId two = device(2, "Dinas Baru");
        UnitId health = offices.health();

        offices.rename(health, "Dinas Baru");

        assertThat(follow()).containsExactlyInAnyOrder(new UnitMove(health, null), new UnitMove(null, health));
        assertThat(offices.unitOf(one)).isNull();
        assertThat(offices.unitOf(two)).isEqualTo(health);
        assertThat(follow()).isEmpty();
    }

    @Test
    void following_takesTheSameFewStatementsHoweverManyDevicesThereAre() {
        device(1, HEALTH);
        List<String> few = devices.statements(this::followIn);
        devices.database.run(Lane.EDITS, handle -> PlainSearch.fill(handle, 500));
        assertThat(devices.statements(this::followIn)).isEqualTo(few).hasSize(4);
    }

    private void followIn(Handle handle) {
        try {
            assertThat(store.follow().in(handle)).isNotNull();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
