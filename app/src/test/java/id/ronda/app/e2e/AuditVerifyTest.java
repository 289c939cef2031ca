package id.ronda.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.kernel.Json;
import id.ronda.kernel.database.DatabaseLogins;
import id.ronda.kernel.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ronda audit verify} beside a server that runs, one that was killed, and a trail that somebody has rewritten. */
@Timeout(120)
class AuditVerifyTest {

    private static final String DEVICES = "address,port,community\n127.0.9.1,9,c\n127.0.9.2,9,c\n127.0.9.3,9,c\n";

    @TempDir
    Path folder;

    @Test
    void aServersTrail_isVerifiedAliveKilledAndRewritten() throws Exception {
        Path data = folder.resolve("data");
        int atStart;
        try (var server = TestingRonda.start(data, "serve")) {
            atStart = sealed(data);
            int withDevices = atStart + 6;
            server.api().addDevices(DEVICES);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(sealed(data)).isEqualTo(withDevices));
            var beside = verify(data);
            assertThat(beside.status()).as(beside.progress()).isZero();
            assertThat(figures(beside).path("verdict").asText()).isEqualTo("intact");
            assertThat(figures(beside).path("checkpoints").asInt()).isPositive();
            server.kill();
        }

        var afterKill = verify(data);
        assertThat(afterKill.status()).as(afterKill.progress()).isZero();
        assertThat(figures(afterKill).path("rows").asInt()).isEqualTo(atStart + 6);

        asOwner(
                data,
                "alter table identity.audit disable trigger all",
                "delete from identity.audit where id = (select audit_id from identity.audit_seal where position = 3)");
        var rewritten = verify(data);
        assertThat(rewritten.status()).isEqualTo(1);
        assertThat(rewritten.lastLine())
                .startsWith("ronda: ")
                .contains("position 3")
                .contains("deleted");
        assertThat(figures(rewritten).at("/fault/kind").asText()).isEqualTo("row-deleted");
        assertThat(figures(rewritten).at("/fault/place").asInt()).isEqualTo(3);
    }

    @Test
    void aFolderThatIsNone_failsWithWhatToDo() {
        var ended = RondaProcess.run(
                "audit", "verify", "--data", folder.resolve("none").toString());

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.lastLine()).contains("no data folder").contains("--data");
        assertThat(ended.answer()).isEmpty();
    }

    @Test
    void anUnknownOption_isWrongUse() {
        assertThat(RondaProcess.run("audit", "verify", "--repair").status()).isEqualTo(2);
    }

    /** How many entries are in the chain, once none waits. */
    private static int sealed(Path data) throws IOException {
        JsonNode figures = figures(verify(data));
        while (figures.path("waiting").asInt() > 0) {
            figures = figures(verify(data));
        }
        return figures.path("seals").asInt();
    }

    private static RondaProcess.Ended verify(Path data) {
        return RondaProcess.run("audit", "verify", "--data", data.toString());
    }

    private static JsonNode figures(RondaProcess.Ended ended) throws IOException {
        List<String> lines = ended.answer().lines().toList();
        assertThat(lines).as(ended.progress()).hasSize(1);
        return Json.mapper().readTree(lines.getFirst());
    }

    private static void asOwner(Path data, String... statements) throws SQLException {
        Path keys = data.resolve("keys");
        try (var server = EmbeddedDatabase.start(data.resolve("postgres"), keys);
                var connection = DatabaseLogins.embedded(server, keys, "ronda")
                        .owner()
                        .dataSource()
                        .getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                assertThat(statement.execute(sql)).isFalse();
            }
        }
    }
}
