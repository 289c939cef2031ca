package id.ronda.collector.device;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceId;
import id.ronda.collector.device.DevicesFile.Look;
import id.ronda.collector.device.RowResult.Status;
import id.ronda.collector.snmp.Community;
import id.ronda.collector.snmp.SnmpVersion;
import id.ronda.kernel.Secret;
import id.ronda.testkit.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesFileTest {

    private static final String HEADER = "address,name,community,interval\n";
    private static final String TWO = HEADER + "127.0.1.1,one,c,30s\n127.0.1.2,two,c,30s\n";

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    @TempDir
    Path folder;

    private Path path;
    private TestingDevices devices;
    private DevicesFile file;

    @BeforeEach
    void begin() {
        devices = new TestingDevices(POSTGRES);
        path = folder.resolve("devices.csv");
        file = newFile();
    }

    // A clock far ahead: everything was written long ago.
    private DevicesFile newFile() {
        return new DevicesFile(path, devices.desk, () -> Instant.now().plus(Duration.ofHours(1)), devices.meters);
    }

    private Look look(String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.look();
    }

    private List<RowResult> rows(Look look) {
        assertThat(look).isInstanceOf(Look.Used.class);
        return ((Look.Used) look).result().rows();
    }

    private PollTarget named(String name) {
        return devices.registry.all().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private double looks(String result) {
        return devices.meters
                .counter("ronda.devices.file.looks", "result", result)
                .count();
    }

    @Test
    void rowsBecomeDevices_andTheSameFileIsNotReadTwice() {
        assertThat(rows(look(TWO))).extracting(RowResult::status).containsOnly(Status.CREATED);
        assertThat(file.look()).isEqualTo(new Look.Same());

        assertThat(devices.registry.all()).extracting(PollTarget::name).containsExactly("one", "two");
    }

    @Test
    void aChangedRowUpdates_aRowThatIsGoneDisables_oneThatReturnsEnables() {
        look(TWO);
        DeviceId two = named("two").id();

        look(HEADER + "127.0.1.1,one,c,5s\n");
        assertThat(named("one").interval()).hasSeconds(5);
        assertThat(named("two").enabled()).isFalse();

        look(TWO);
        assertThat(named("two").enabled()).isTrue();
        assertThat(named("two").id()).isEqualTo(two);
    }

    @Test
    void aNewCommunityInARowKeepsTheDevice() {
        look(TWO);
        DeviceId one = named("one").id();

        look(HEADER + "127.0.1.1,one,changed,30s\n127.0.1.2,two,c,30s\n");

        assertThat(devices.registry.all()).hasSize(2);
        assertThat(named("one").id()).isEqualTo(one);
        assertThat(named("one").credential()).isEqualTo(new Community(SnmpVersion.V2C, new Secret("changed")));
    }

    @Test
    void manyDevicesOnOnePortAreToldApartByTheirCommunities() {
        look("address,port,community\n127.0.1.1,1161,a\n127.0.1.1,1161,b\n127.0.1.1,1161,c\n");

        look("address,port,community\n127.0.1.1,1161,a\n127.0.1.1,1161,d\n127.0.1.1,1161,e\n");

        assertThat(devices.registry.all()).hasSize(5);
        assertThat(devices.registry.all()).filteredOn(PollTarget::enabled).hasSize(3);
    }

    @Test
    void devicesOfTheApiAreNotDisabledByTheFile() {
        DeviceId id = devices.add("{'address': '127.0.1.9', 'snmp': {'community': 'c'}}");

        look(TWO);
        look(HEADER + "127.0.1.1,one,c,30s\n");

        assertThat(devices.registry.find(id))
                .hasValueSatisfying(target -> assertThat(target.enabled()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "address,name,comm",
                HEADER + "127.0.1.1,one,c,30s\n127.0.1.2,tw",
                HEADER + "127.0.1.1,one,c,30s",
                HEADER + "127.0.1.1,one\n127.0.1.2,two,c,30s\n",
                HEADER + "127.0.1.1,\"one,c,30s\n",
                "address,colour\n127.0.1.1,red\n",
                "\u0000\u0000\u0000\u0000"
            })
    void aTornOrUnparsableFileChangesNothing(String text) {
        look(TWO);
        List<PollTarget> before = devices.registry.all();

        assertThat(look(text)).isInstanceOfAny(Look.Torn.class, Look.Unparsable.class);

        assertThat(devices.registry.all()).isEqualTo(before);
        assertThat(looks("torn") + looks("unparsable")).isEqualTo(1);
    }

    @Test
    void aMissingFileChangesNothing() throws IOException {
        look(TWO);
        List<PollTarget> before = devices.registry.all();

        Files.delete(path);

        assertThat(file.look()).isInstanceOf(Look.Missing.class);
        assertThat(devices.registry.all()).isEqualTo(before);
    }

    @Test
    void aWrongRowIsRefusedAlone_andDoesNotEndTheWatchOverItsDevice() {
        look(TWO);

        List<RowResult> rows = rows(look(HEADER + "127.0.1.1,one,c,5s\n127.0.1.2,two,c,often\n"));

        assertThat(rows).extracting(RowResult::status).containsExactly(Status.UPDATED, Status.REFUSED);
        assertThat(rows.get(1).errors()).extracting(error -> error.field()).containsExactly("/interval");
        assertThat(named("two").enabled()).isTrue();
    }

    @Test
    void aRowWithoutAnAddressKeepsEverythingEnabled() {
        look(TWO);

        Look look = look(HEADER + "127.0.1.1,one,c,30s\n?,two,c,30s\n");

        assertThat(((Look.Used) look).result().held()).isTrue();
        assertThat(named("two").enabled()).isTrue();
    }

    @Test
    void afterAStartAFileWithoutItsEndDisablesNothing() {
        look(TWO);
        file = newFile();

        Look look = look(HEADER + "127.0.1.1,one,c,30s");

        assertThat(((Look.Used) look).result().held()).isTrue();
        assertThat(named("two").enabled()).isTrue();
    }

    @Test
    void aFileThatIsBeingWrittenIsLeftUntilItRests() {
        file = new DevicesFile(path, devices.desk, InstantSource.system(), devices.meters);

        assertThat(look(HEADER + "127.0.1.1,one,c,30s\n")).isEqualTo(new Look.Settling());
        assertThat(look(TWO)).isEqualTo(new Look.Settling());
        assertThat(rows(file.look())).hasSize(2);
    }

    @Test
    void theWatchSeesAChangeByItself() throws IOException {
        Vertx vertx = Vertx.vertx();
        Files.writeString(path, HEADER + "127.0.1.1,one,c,30s\n");
        try (var watch = new DevicesFileWatch(
                vertx, path, devices.desk, () -> Instant.now().plus(Duration.ofHours(1)), devices.meters)) {
            watch.start();
            assertThat(devices.registry.all()).hasSize(1);

            Files.writeString(path, TWO);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(devices.registry.all()).hasSize(2));
        } finally {
            TestingDevices.await(vertx.close());
        }
    }
}
