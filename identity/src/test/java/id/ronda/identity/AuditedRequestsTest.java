package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.kernel.http.ApiToken;
import id.ronda.kernel.http.HttpConfig;
import id.ronda.kernel.http.HttpServer;
import id.ronda.kernel.metrics.Meters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
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

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private TestingIdentity identity;
    private AuditedRequests requests;
    private HttpServer server;
    private URI address;

    @BeforeEach
    void open() {
        identity = new TestingIdentity(folder);
        requests = new AuditedRequests(identity.postgres.database(), identity.module.trail(), identity.meters, WINDOW);
        server = new HttpServer(
                        vertx,
                        new HttpConfig("127.0.0.1", 0, 10_000),
                        identity.module.gatekeeper(
                                ApiToken.issue(new SecureRandom()).known()),
                        List.of(),
                        Meters.prometheus())
                .witnessedBy(requests);
        address = join(server.start(List.of(identity.module.routes())));
    }

    @AfterEach
    void close() {
        join(server.stop());
        join(vertx.close());
        identity.close();
        client.close();
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private String session(String name, String role) {
        AccountId account = identity.account(name);
        identity.give(account, role, null);
        return ((SignIn.SignedIn) identity.signIn(name, PASSWORD, TestingIdentity.client("127.0.0.1")))
                .session()
                .reveal();
    }

    private HttpResponse<String> get(String path, String session, String accept) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Cookie", "ronda_session=" + session)
                        .header("Accept", accept)
                        .header("User-Agent", "penguji")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private List<AuditEntry> entries(AuditAction action) {
        return identity.entries(new AuditFilter(null, null, null, action, null, null, null));
    }

    @Test
    void aListAsCsv_isAnEntryWithItsFigures_asJsonItIsNone() throws Exception {
        String admin = session("siti", "admin");
        assertThat(get("/api/v1/users?limit=1", admin, "application/json").statusCode())
                .isEqualTo(200);

        assertThat(get("/api/v1/users?limit=1", admin, "text/csv").statusCode()).isEqualTo(200);

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
    void theFirstRefusal_isWrittenAtOnce_thoseBehindItAsOneNumber() throws Exception {
        String operator = session("budi", "operator");
        for (int i = 0; i < 20; i++) {
            assertThat(get("/api/v1/audit-trail", operator, "*/*").statusCode()).isEqualTo(403);
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
    void whatIsCountedAtTheEnd_isWrittenByTheClose() throws Exception {
        String operator = session("budi", "operator");
        get("/api/v1/audit-trail", operator, "*/*");
        get("/api/v1/users", operator, "*/*");

        requests.close();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> entries(AuditAction.ACCESS_REFUSED).size() == 2);
    }

    @Test
    void nobodyKnown_isRefusedWithoutAnEntry() throws Exception {
        assertThat(get("/api/v1/users", "none", "*/*").statusCode()).isEqualTo(401);
        requests.close();

        assertThat(entries(AuditAction.ACCESS_REFUSED)).isEmpty();
    }

    @Test
    void whatCannotBeWritten_isCounted_andTheAnswerIsNoOther() throws Exception {
        String admin = session("siti", "admin");
        assertThat(get("/api/v1/users", admin, "application/json").statusCode()).isEqualTo(200);
        var broken = new AuditedRequests(
                identity.postgres.database(),
                new AuditTrail(() -> {
                    throw new IllegalStateException("no clock");
                }),
                identity.meters,
                WINDOW);
        join(server.stop());
        server = new HttpServer(
                        vertx,
                        new HttpConfig("127.0.0.1", 0, 10_000),
                        identity.module.gatekeeper(
                                ApiToken.issue(new SecureRandom()).known()),
                        List.of(),
                        Meters.prometheus())
                .witnessedBy(broken);
        address = join(server.start(List.of(identity.module.routes())));

        assertThat(get("/api/v1/users", admin, "text/csv").statusCode()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(5))
                .until(() -> identity.meters
                                .counter("ronda.audit.unwritten", "what", "export")
                                .count()
                        == 1);
    }
}
