package id.ronda.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.kernel.database.DatabaseLogin;
import id.ronda.kernel.database.EmbeddedDatabase;
import id.ronda.simulator.AgentServer;
import id.ronda.simulator.Loopback;
import id.ronda.simulator.SyntheticFleet;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database of somebody else that is stopped for some seconds while the product runs: nothing is lost, nothing is a gap. */
@Timeout(240)
class DatabaseAwayTest {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayTest.class);
    private static final int DEVICES = 20;
    private static final Duration AWAY = Duration.ofSeconds(8);

    @TempDir
    Path folder;

    private Path keys = Path.of("");

    @BeforeEach
    void makeKeys() throws Exception {
        keys = Files.createDirectory(
                folder.resolve("keys"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Test
    void databaseThatIsStoppedAndComesBack_hasEverySample() throws Exception {
        var fleet = SyntheticFleet.onOnePort(DEVICES, 8, 1);
        try (var agents = AgentServer.builder()
                        .listen(Loopback.socket(0, 0, 1, 0))
                        .devices(fleet.devices())
                        .build()
                        .start();
                var relay = TestingRelay.to(1)) {
            relay.cut();
            try (var server = startDatabase()) {
                relay.restore(port(server));
                runOver(relay, server, agents);
            }
        }
    }

    private EmbeddedDatabase startDatabase() {
        return EmbeddedDatabase.start(folder.resolve("postgres"), keys);
    }

    private void runOver(TestingRelay relay, EmbeddedDatabase first, AgentServer agents) throws Exception {
        try (var ronda = serve(relay, first.superuser("postgres"))) {
            register(ronda, agents);
            awaitSamplesSince(ronda, Instant.EPOCH);

            relay.cut();
            first.close();
            stayAway(ronda);
            try (var second = startDatabase()) {
                relay.restore(port(second));
                Instant back = Instant.now();
                await().atMost(Duration.ofSeconds(20))
                        .ignoreExceptions()
                        .until(() -> ronda.api().get("readyz", "").status() == 200);
                awaitSamplesSince(ronda, Instant.now());
                LOG.info(
                        "stored again {} ms after the database was back",
                        Duration.between(back, Instant.now()).toMillis());
                assertThat(ronda.api().metric("ronda_samples_lost_total")).isZero();
                assertThat(ronda.stop()).as(() -> ronda.progress()).isZero();
                assertNothingIsMissing(second.superuser("postgres"));
            }
        }
    }

    /** The working role is made at the first start, as the owner may do that. */
    private TestingRonda serve(TestingRelay relay, DatabaseLogin owner) {
        String url = "jdbc:postgresql://127.0.0.1:" + relay.port() + "/postgres?user=";
        String password = Objects.requireNonNull(owner.password()).reveal();
        return TestingRonda.start(
                folder.resolve("data"),
                "serve",
                "--database-url",
                url + "ronda_work&password=kata-sandi",
                "--database-owner-url",
                url + "postgres&password=" + password);
    }

    private static int port(EmbeddedDatabase server) {
        return URI.create(server.superuser("postgres").url().substring("jdbc:".length()))
                .getPort();
    }

    private static void register(TestingRonda ronda, AgentServer agents) {
        var csv = new StringBuilder("address,port,interval,community\n");
        for (int i = 0; i < DEVICES; i++) {
            String name = SyntheticFleet.name(i);
            csv.append("127.0.0.1,%d,2s,%s\n".formatted(agents.address(name).getPort(), name));
        }
        assertThat(ronda.api().addDevices(csv.toString()).get("items")).hasSize(DEVICES);
    }

    private static void awaitSamplesSince(TestingRonda ronda, Instant time) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    var series = ronda.api().series().stream()
                            .filter(s -> s.metric().equals("if.in.octets")
                                    && s.instance().equals("port1"))
                            .toList();
                    assertThat(series)
                            .hasSize(DEVICES)
                            .allSatisfy(s -> assertThat(ronda.api()
                                            .samples(s.id())
                                            .sequencedKeySet()
                                            .getLast())
                                    .isAfter(time));
                });
    }

    /** Polling goes on, what is answered waits in the spool, and nothing is said stored. */
    private static void stayAway(TestingRonda ronda) {
        double expected = ronda.api().metric("ronda_samples_expected_total");
        double stored = ronda.api().metric("ronda_samples_stored_total");
        double spool = ronda.api().metric("ronda_spool_bytes");
        long begun = System.nanoTime();
        await().atMost(AWAY.multipliedBy(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> System.nanoTime() - begun > AWAY.toNanos());

        assertThat(ronda.api().metric("ronda_samples_expected_total")).isGreaterThan(expected + DEVICES);
        assertThat(ronda.api().metric("ronda_samples_stored_total")).isEqualTo(stored);
        assertThat(ronda.api().metric("ronda_spool_bytes")).isGreaterThan(spool);
        assertThat(ronda.api().get("readyz", "").status()).isEqualTo(503);
        var answer = ronda.api().answer("api/v1/series");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("status").asInt()).isEqualTo(503);
    }

    private static void assertNothingIsMissing(DatabaseLogin login) throws Exception {
        try (var connection = login.dataSource().getConnection()) {
            var run = StoredRun.of(connection);
            var audit = SampleAudit.of(run, List.of());
            LOG.info("{} samples, {} gaps", audit.expected(), run.gaps().size());
            assertThat(audit.violations()).isEmpty();
            assertThat(run.gaps()).isEmpty();
        }
    }
}
