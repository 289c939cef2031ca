package id.ronda.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people take away and where they were refused stands in the trail, behind the answer and within bounds. */
class AuditedRequestsTest {

    private static final Duration WINDOW = Duration.ofMillis(600);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private TestingIdentity identity;
    private AuditedRequests requests;
    private TestingApi api;

    @BeforeEach
    void open() {
        identity = new TestingIdentity(folder);
        requests = new AuditedRequests(identity.postgres.database(), identity.module.trail(), identity.meters, WINDOW);
        api = new TestingApi(identity, requests);
    }

    @AfterEach
    void close() {
        api.close();
        identity.close();
    }

    private List<AuditEntry> entries(AuditAction action) {
        return identity.entries(new AuditFilter(null, null, null, action, null, null, null));
    }

    @Test
    void aListAsCsv_isAnEntryWithItsFigures_asJsonItIsNone() {
        String admin = api.session("siti", "admin");
        assertThat(api.get(admin, "/api/v1/users?limit=1", "application/json").status())
                .isEqualTo(200);

        assertThat(api.get(admin, "/api/v1/users?limit=1", "text/csv").status()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(5))
                .until(() -> !entries(AuditAction.EXPORTED).isEmpty());
        assertThat(entries(AuditAction.EXPORTED)).singleElement().satisfies(entry -> {
            assertThat(entry.actor().name()).isEqualTo("siti");
            assertThat(entry.actor().from().address()).isEqualTo("127.0.0.1");
            assertThat(entry.actor().from().agent()).isEqualTo("penguji");
            assertThat(entry.objectId()).isEqualTo("/api/v1/users");
            assertThat(Objects.requireNonNull(entry.after()).get("rows").asInt())
                    .isEqualTo(1);
            assertThat(entry.after().get("more").asBoolean()).isTrue();
            assertThat(entry.after().get("query").asText()).isEqualTo("limit=1");
        });
    }

    @Test
    void theFirstRefusal_isWrittenAtOnce_thoseBehindItAsOneNumber() {
        String operator = api.session("budi", "operator");
        for (int i = 0; i < 20; i++) {
            assertThat(api.get(operator, "/api/v1/audit-trail", "*/*").status()).isEqualTo(403);
        }

        await().atMost(Duration.ofSeconds(5))
                .until(() -> entries(AuditAction.ACCESS_REFUSED).size() == 2);
        List<AuditEntry> told = entries(AuditAction.ACCESS_REFUSED);
        assertThat(told.getLast().objectId()).isEqualTo("GET /api/v1/audit-trail");
        assertThat(told.getLast().actor().name()).isEqualTo("budi");
        assertThat(String.valueOf(told.getLast().after())).contains("audit.read");
        assertThat(Objects.requireNonNull(told.getFirst().after()).get("more").asInt())
                .isEqualTo(19);
    }

    @Test
    void whatIsCountedAtTheEnd_isWrittenByTheClose() {
        String operator = api.session("budi", "operator");
        api.get(operator, "/api/v1/audit-trail", "*/*");
        api.get(operator, "/api/v1/users", "*/*");

        requests.close();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> entries(AuditAction.ACCESS_REFUSED).size() == 2);
    }

    @Test
    void nobodyKnown_isRefusedWithoutAnEntry() {
        assertThat(api.get("none", "/api/v1/users", "*/*").status()).isEqualTo(401);
        requests.close();

        assertThat(entries(AuditAction.ACCESS_REFUSED)).isEmpty();
    }

    @Test
    void whatCannotBeWritten_isCounted_andTheAnswerIsNoOther() {
        String admin = api.session("siti", "admin");
        assertThat(api.get(admin, "/api/v1/users", "application/json").status()).isEqualTo(200);
        var broken = new AuditedRequests(
                identity.postgres.database(),
                new AuditTrail(() -> {
                    throw new IllegalStateException("no clock");
                }),
                identity.meters,
                WINDOW);
        try (TestingApi other = new TestingApi(identity, broken)) {
            assertThat(other.get(admin, "/api/v1/users", "text/csv").status()).isEqualTo(200);
        }

        await().atMost(Duration.ofSeconds(5))
                .until(() -> identity.meters
                                .counter("ronda.audit.unwritten", "what", "export")
                                .count()
                        == 1);
    }
}
