package id.ronda.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.simulator.AgentServer;
import id.ronda.simulator.Loopback;
import id.ronda.simulator.SyntheticFleet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Power cuts: {@code kill -9} of the whole process tree at random moments under load, and the same command again. How often:
 * the system property {@code ronda.kills}; a run is repeated with {@code ronda.seed}.
 */
@Timeout(1_800)
class KillTest {

    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
    private static final int DEVICES = 50;
    private static final int INTERFACES = 24;
    private static final Duration READY = Duration.ofSeconds(30);
    private static final int SERIES_READ = 25;
    private static final int LONGEST_MILLIS = 6_000;

    @TempDir
    Path folder;

    private final int kills = Integer.getInteger("ronda.kills", 2);
    private final long seed = Long.getLong("ronda.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<Integer, Map<Instant, Double>> seen = new HashMap<>();
    private final List<Instant> killed = new ArrayList<>();
    private long slowest;

    @Test
    void killedAtRandomMoments_losesNothingThatWasSeenAndStoresNothingTwice() throws Exception {
        LOG.info("{} kills, -Dronda.seed={}", kills, seed);
        var fleet = SyntheticFleet.onOnePort(DEVICES, INTERFACES, seed);
        try (var agents = AgentServer.builder()
                .listen(Loopback.socket(0, 0, 1, 0))
                .devices(fleet.devices())
                .build()
                .start()) {
            register(agents);
            for (int i = 1; i < kills; i++) {
                killSometime();
            }
            goOnAndStop();
        }
        assertNothingIsWrong();
    }

    private TestingRonda start() {
        return TestingRonda.start(folder.resolve("data"), "serve");
    }

    private void register(AgentServer agents) {
        var csv = new StringBuilder("address,port,name,interval,version,community\n");
        for (int i = 0; i < DEVICES; i++) {
            String name = SyntheticFleet.name(i);
            var address = agents.address(name);
            csv.append("127.0.0.1,%d,%s,2s,2c,%s\n".formatted(address.getPort(), name, name));
        }
        try (var ronda = start()) {
            assertThat(ronda.api().addDevices(csv.toString()).get("items"))
                    .allSatisfy(row -> assertThat(row.get("status").asText()).isEqualTo("created"));
            awaitSamplesSince(ronda, Instant.EPOCH);
            kill(ronda);
        }
    }

    private void killSometime() {
        try (var ronda = start()) {
            checkReady(ronda);
            int millis = random.nextInt(LONGEST_MILLIS);
            await().pollDelay(Duration.ofMillis(millis))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> true);
            kill(ronda);
        }
    }

    private void kill(TestingRonda ronda) {
        remember(ronda);
        killed.add(Instant.now());
        ronda.kill();
    }

    private void goOnAndStop() {
        try (var ronda = start()) {
            checkReady(ronda);
            awaitSamplesSince(ronda, Instant.now());
            remember(ronda);
            assertThat(ronda.stop()).isZero();
        }
    }

    private void checkReady(TestingRonda ronda) {
        slowest = Math.max(slowest, ronda.untilReady().toMillis());
        LOG.info(
                "start {}: ready after {} ms", killed.size(), ronda.untilReady().toMillis());
        assertThat(ronda.untilReady()).as(() -> ronda.progress()).isLessThan(READY);
    }

    /** Reads some series, as a script would: what it has seen must never be gone. */
    private void remember(TestingRonda ronda) {
        var all = new ArrayList<>(ronda.api().series());
        Collections.shuffle(all, random);
        all.stream()
                .limit(SERIES_READ)
                .forEach(series -> seen.computeIfAbsent(series.id(), id -> new HashMap<>())
                        .putAll(ronda.api().samples(series.id())));
    }

    private static void awaitSamplesSince(TestingRonda ronda, Instant time) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    var devices = ronda.api().devices();
                    return devices.size() == DEVICES
                            && devices.stream()
                                    .allMatch(d -> !d.get("lastAnswerAt").isNull()
                                            && Instant.parse(d.get("lastAnswerAt")
                                                            .asText())
                                                    .isAfter(time));
                });
    }

    private void assertNothingIsWrong() throws Exception {
        var run = StoredRun.of(folder.resolve("data"));
        var audit = SampleAudit.of(run, killed);
        long stored = run.samples().values().stream()
                .mapToLong(points -> points.size())
                .sum();
        LOG.info(
                "{} kills: {} series, {} samples stored, {} expected, {} gaps; slowest restart ready after {} ms",
                killed.size(),
                run.series().size(),
                stored,
                audit.expected(),
                run.gaps().size(),
                slowest);
        assertThat(seen.values().stream().mapToLong(Map::size).sum())
                .as("samples that were read before a kill")
                .isPositive();
        assertThat(SampleAudit.lost(run, seen)).isEmpty();
        assertThat(audit.violations()).isEmpty();
        assertThat(stored).isEqualTo(audit.expected());
    }
}
