package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.LaneBounds;
import id.ronda.kernel.database.PostgresForTests;
import id.ronda.kernel.http.TestingHttpServer.Reply;
import id.ronda.kernel.repeat.RepeatedPosts;
import id.ronda.kernel.secret.SecretBox;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that come twice to a server that makes a thing at each. */
final class IdempotentPostsTest {

    private static final String THINGS = "/api/v1/things";
    private static final String KEY = "Idempotency-Key";
    private static final RouteRule KNOWN = RouteRule.SIGNED_IN;

    @TempDir
    static Path keys;

    private static Database database;
    private static RepeatedPosts posts;

    private final AtomicInteger made = new AtomicInteger();
    private final Promise<Void> gate = Promise.promise();
    private volatile int status = 201;
    private TestingHttpServer server;

    @BeforeAll
    static void open() throws SQLException {
        database = PostgresForTests.open(
                PostgresForTests.migratedDatabase().app(), LaneBounds.of(1, 8), LaneBounds.of(4, 256));
        posts = new RepeatedPosts(database, SecretBox.open(keys, null, new SecureRandom()), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void start() throws TimeoutException {
        database.run(Lane.EDITS, handle -> handle.execute("delete from kernel.repeated_post"));
        server = TestingHttpServer.carryingOutOnce(posts, router -> {
            router.post(THINGS, KNOWN).handler(this::make);
            router.post("/api/v1/others", KNOWN).handler(this::make);
            router.post("/api/v1/slow", KNOWN).handler(ctx -> gate.future().onSuccess(open -> make(ctx)));
            router.post("/api/v1/bare", KNOWN).handler(ctx -> {
                made.incrementAndGet();
                ctx.response().setStatusCode(200).end("told by hand");
            });
            router.post("/api/v1/open", RouteRule.OPEN).handler(this::make);
        });
    }

    @AfterEach
    void stop() throws TimeoutException {
        server.close();
    }

    private void make(RoutingContext ctx) {
        int id = made.incrementAndGet();
        if (status >= 400) {
            ctx.fail(status);
            return;
        }
        ctx.response().putHeader("Location", THINGS + "/" + id);
        Answers.json(ctx, status, Map.of("id", id, "word", "perahu"));
    }

    private Reply post(String path, String body, String key) {
        return server.post(
                path,
                body,
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + server.token.token().reveal(),
                KEY,
                key);
    }

    private double repeats(String state) {
        return server.meters
                .get("ronda.http.repeats")
                .tag("state", state)
                .counter()
                .count();
    }

    @Test
    void sameRequestGetsTheSameAnswerAndMakesNothing() {
        Reply first = post(THINGS, "{}", "k1");
        Reply second = post(THINGS, "{}", "\"k1\"");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body()).contains("perahu");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Content-Type")).isEqualTo("application/json");
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("Content-Security-Policy")).isNotNull();
        assertThat(made).hasValue(1);
        assertThat(repeats("done")).isEqualTo(1);
    }

    @Test
    void withoutAKeyEachIsCarriedOut() {
        for (int i = 0; i < 2; i++) {
            server.post(
                    THINGS,
                    "{}",
                    "Content-Type",
                    "application/json",
                    "Authorization",
                    "Bearer " + server.token.token().reveal());
        }

        assertThat(made).hasValue(2);
    }

    @Test
    void anotherBodyOrPathUnderTheKeyIsRefused() {
        post(THINGS, "{}", "k1");

        assertThat(post(THINGS, "{\"a\":1}", "k1").status()).isEqualTo(422);
        assertThat(post("/api/v1/others", "{}", "k1").body()).contains("\"type\":\"idempotency-mismatch\"");
        assertThat(made).hasValue(1);
    }

    @Test
    void ofManyAtOnceOneMakesSomething() {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<Reply>> all = IntStream.range(0, 40)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(THINGS, "{}", "k1"), threads))
                    .toList();
            List<Integer> statuses = all.stream()
                    .map(each -> each.join().status())
                    .distinct()
                    .sorted()
                    .toList();

            assertThat(statuses).isSubsetOf(201, 409).contains(201);
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void whileItIsUnderWayTheSecondIsToldToWait() {
        CompletableFuture<Reply> first = CompletableFuture.supplyAsync(() -> post("/api/v1/slow", "{}", "k1"));
        await().untilAsserted(() -> {
            Reply second = post("/api/v1/slow", "{}", "k1");
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.body()).contains("\"type\":\"idempotency-under-way\"");
            assertThat(second.header("Retry-After")).isEqualTo("1");
        });
        gate.complete();

        assertThat(first.join().status()).isEqualTo(201);
        assertThat(post("/api/v1/slow", "{}", "k1").body())
                .isEqualTo(first.join().body());
        assertThat(made).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422, 503})
    void whatWasRefusedMayBeTriedAgain(int refusal) {
        status = refusal;
        assertThat(post(THINGS, "{}", "k1").status()).isEqualTo(refusal);
        status = 201;

        assertThat(post(THINGS, "{\"mended\":true}", "k1").status()).isEqualTo(201);
    }

    @Test
    void afterAFailureNobodyKnowsAndItIsNotTriedAgain() {
        status = 500;
        assertThat(post(THINGS, "{}", "k1").status()).isEqualTo(500);
        status = 201;

        assertThat(post(THINGS, "{}", "k1").status()).isEqualTo(409);
        assertThat(made).hasValue(1);
    }

    @Test
    void answerThatPassesByIsNotRepeatedButNeitherIsTheWork() {
        assertThat(post("/api/v1/bare", "{}", "k1").body()).isEqualTo("told by hand");

        await().untilAsserted(() ->
                assertThat(post("/api/v1/bare", "{}", "k1").body()).contains("\"type\":\"idempotency-not-kept\""));
        assertThat(made).hasValue(1);
    }

    @Test
    void whoeverIsNotKnownHasNoKeys() {
        for (int i = 0; i < 2; i++) {
            assertThat(server.post("/api/v1/open", "{}", "Content-Type", "application/json", KEY, "k1")
                            .status())
                    .isEqualTo(201);
        }
        assertThat(made).hasValue(2);
        assertThat(server.post(THINGS, "{}", "Content-Type", "application/json", KEY, "k1")
                        .status())
                .as("the guard is asked first")
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "\"\""})
    void whatIsNoKeyIsRefusedByName(String key) {
        Reply reply = post(THINGS, "{}", key);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("\"field\":\"Idempotency-Key\"");
        assertThat(made).hasValue(0);
    }

    @Test
    void longKeyIsRefusedToo() {
        assertThat(post(THINGS, "{}", "x".repeat(201)).status()).isEqualTo(422);
        assertThat(post(THINGS, "{}", "x".repeat(200)).status()).isEqualTo(201);
    }
}
