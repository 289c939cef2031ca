package id.ronda.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.simulator.RegencyConfig;
import id.ronda.simulator.RegencyDevice;
import id.ronda.simulator.VirtualRegency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One demo from its first start to its end, as somebody meets it who types {@code ./ronda demo}. */
@Timeout(180)
@TestMethodOrder(OrderAnnotation.class)
class DemoTest {

    private static final Logger LOG = LoggerFactory.getLogger(DemoTest.class);
    private static final Duration FIRST_SAMPLE = Duration.ofSeconds(10);
    private static final Duration ALL_DEVICES = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static TestingRonda demo;

    @BeforeAll
    static void start() {
        demo = TestingRonda.start(
                folder.resolve("demo"), "demo", "--device-port", String.valueOf(FreePorts.udp("127.10.0.1")));
        LOG.info(
                "demo: ready after {} ms, on a new data folder",
                demo.untilReady().toMillis());
    }

    @AfterAll
    static void end() {
        demo.close();
    }

    @Test
    @Order(1)
    void firstSample_isStoredSoonAfterReady() {
        long ready = System.nanoTime();
        await().atMost(FIRST_SAMPLE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> demo.api().series().stream()
                        .limit(1)
                        .anyMatch(series -> !demo.api().samples(series.id()).isEmpty()));
        LOG.info("demo: first sample {} ms after ready", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ready));
    }

    @Test
    @Order(2)
    void everyDevice_isUpWithItsClassAndWhatItHas() {
        Map<String, String> classes = VirtualRegency.create(RegencyConfig.standard()).devices().stream()
                .collect(Collectors.toMap(RegencyDevice::name, RegencyDevice::deviceClass));
        assertThat(classes).hasSize(100);

        await().atMost(ALL_DEVICES)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(demo.api().devices())
                        .hasSize(100)
                        .allSatisfy(device ->
                                assertThat(device.get("status").asText()).isEqualTo("up")));
        assertThat(demo.api().devices()).allSatisfy(device -> {
            assertThat(device.get("class").asText())
                    .as(device.get("name").asText())
                    .isEqualTo(classes.get(device.get("name").asText()));
            assertThat(parts(device, "interfaces") + parts(device, "readings"))
                    .as(device.get("name").asText())
                    .isPositive();
        });
    }

    private static int parts(JsonNode device, String which) {
        return demo.api()
                .items("api/v1/devices/" + device.get("id").asLong() + "/" + which + "?limit=100")
                .size();
    }

    @Test
    @Order(2)
    void everyDevice_belongsToAnOffice() {
        assertThat(demo.api().devices())
                .allSatisfy(device -> assertThat(device.get("unitId").asLong())
                        .as(device.get("unit").asText())
                        .isPositive());
        assertThat(demo.api().devices())
                .extracting(device -> device.get("classification").asText())
                .contains("terbatas", "rahasia");
    }

    @Test
    @Order(3)
    void chart_grows() {
        var series = demo.api().series().stream()
                .filter(s -> s.metric().equals("if.in.octets"))
                .findFirst()
                .orElseThrow();
        Optional<Instant> before = newest(series.id());

        await().atMost(Duration.ofSeconds(10))
                .until(() -> newest(series.id())
                        .filter(now -> before.isEmpty() || now.isAfter(before.get()))
                        .isPresent());
    }

    @Test
    @Order(3)
    void samples_comeToAnOpenPageByThemselves() throws Exception {
        long device = demo.api().devices().getFirst().get("id").asLong();

        assertThat(demo.api().hears("live/devices/" + device, "samples", Duration.ofSeconds(10)))
                .isTrue();
    }

    private static Optional<Instant> newest(int series) {
        var samples = demo.api().samples(series);
        return samples.isEmpty()
                ? Optional.empty()
                : Optional.of(samples.lastEntry().getKey());
    }

    @Test
    @Order(4)
    void operations_areAnswered() {
        assertThat(demo.api().get("readyz").get("status").asText()).isEqualTo("ready");
        assertThat(demo.api().metrics())
                .containsKeys(
                        "ronda_samples_expected_total",
                        "ronda_samples_stored_total",
                        "ronda_samples_lost_total{reason=\"spool-overflow\"}",
                        "ronda_poll_lateness_seconds_count",
                        "ronda_poll_lateness_seconds_sum",
                        "ronda_spool_bytes");
        assertThat(demo.api().metric("ronda_samples_lost_total")).isZero();
    }

    @Test
    @Order(5)
    void token_isTheOneOfTheFile() throws Exception {
        Path file = demo.tokenFile();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(demo.api().get("api/v1/devices", demo.token()).status()).isEqualTo(200);
        assertThat(demo.api().get("api/v1/devices", "another").status()).isEqualTo(401);
        assertThat(demo.api().get("api/v1/devices", "").status()).isEqualTo(401);
    }

    @Test
    @Order(6)
    void secondProcessOnTheFolder_isRefusedInOneSentence() {
        assertRefused("demo", "another Ronda is running in the data folder");
    }

    @Test
    @Order(7)
    void serveOnTheFolderOfADemo_isRefused() {
        assertRefused("serve", "was made by 'ronda demo'");
    }

    private static void assertRefused(String command, String reason) {
        var second = RondaProcess.run(command, "--data", folder.resolve("demo").toString(), "--port", "0");

        assertThat(second.status()).isEqualTo(1);
        assertThat(second.answer()).isEmpty();
        assertThat(second.progress().lines())
                .singleElement()
                .asString()
                .startsWith("ronda: ")
                .contains(reason);
    }

    @Test
    @Order(8)
    void sigterm_stopsCleanlyAndLeavesNoServer() {
        assertThat(demo.tree().servers()).isNotEmpty();
        long begun = System.nanoTime();

        assertThat(demo.stop()).isZero();

        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        LOG.info("demo: stopped in {} ms", millis);
        assertThat(millis).isLessThan(10_000);
        assertThat(demo.tree().servers()).isEmpty();
    }
}
