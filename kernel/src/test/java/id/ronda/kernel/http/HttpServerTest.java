package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.kernel.Json;
import id.ronda.kernel.http.TestingHttpServer.Reply;
import id.ronda.kernel.metrics.Meters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpServerTest {

    private final AtomicBoolean storeReady = new AtomicBoolean(true);
    private TestingHttpServer server;

    @BeforeEach
    void start() throws TimeoutException {
        server = new TestingHttpServer(
                List.of(check("store", storeReady)),
                TestingHttpServer.echo(),
                router -> router.get("/broken", RouteRule.OPEN).handler(ctx -> {
                    throw new IllegalStateException("secret inner state");
                }),
                router -> router.get("/long", RouteRule.OPEN).handler(ctx -> ctx.end("x".repeat(10_000))));
    }

    @AfterEach
    void stop() throws TimeoutException {
        server.close();
    }

    @Test
    void address_is_what_people_type() {
        assertThat(server.address.toString()).matches("http://127\\.0\\.0\\.1:[0-9]+/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", "example.org", ""})
    void other_addresses_are_refused_in_the_clear(String listen) throws TimeoutException {
        assertThatThrownBy(() -> listen(new HttpConfig(listen, 0, 10)))
                .isInstanceOf(ListenRefused.class)
                .hasMessageContaining("--listen 127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "[::1]", "::1", "127.0.0.2"})
    void other_loopback_addresses_are_allowed(String listen) throws TimeoutException {
        URI address = listen(new HttpConfig(listen, 0, 10));

        assertThat(address.getHost()).isEqualTo(listen.contains(":") ? "[::1]" : listen);
    }

    @Test
    void taken_port_is_a_failure() {
        assertThatThrownBy(() -> listen(new HttpConfig("127.0.0.1", server.address.getPort(), 10)))
                .isInstanceOf(BindException.class);
    }

    @Test
    void unknown_path_method_and_size_are_problems() throws Exception {
        assertProblem(server.get("/absent"), 404, "not-found");
        Reply method = server.send(HttpMethod.PUT, "/api/v1/things", "{}", "Content-Type", "application/json");
        assertProblem(method, 405, "method");
        assertThat(method.header("Allow")).isEqualTo("GET, POST");
        assertProblem(
                server.post("/api/v1/things", "x".repeat(1001), "Content-Type", "application/json"), 413, "too-large");
    }

    @Test
    void broken_route_tells_nothing_of_its_inside() throws Exception {
        Reply reply = server.get("/broken");

        assertProblem(reply, 500, "internal");
        assertThat(reply.body()).doesNotContain("secret inner state");
    }

    @Test
    void health_readiness_and_metrics() throws Exception {
        assertThat(server.get("/healthz").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(server.get("/readyz").body()).isEqualTo("{\"status\":\"ready\",\"checks\":{\"store\":true}}");
        assertThat(server.get("/metrics").body())
                .contains("jvm_memory_used_bytes", "ronda_http_requests_seconds_count{status=\"200\"}");

        storeReady.set(false);
        Reply notReady = server.get("/readyz");
        assertThat(notReady.status()).isEqualTo(503);
        assertThat(notReady.body()).isEqualTo("{\"status\":\"not-ready\",\"checks\":{\"store\":false}}");
    }

    @Test
    void check_that_throws_is_not_ready() throws Exception {
        ReadyCheck broken = new ReadyCheck() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public boolean ready() {
                throw new IllegalStateException("no idea");
            }
        };
        try (TestingHttpServer other = new TestingHttpServer(List.of(broken))) {
            assertThat(other.get("/readyz").status()).isEqualTo(503);
            assertThat(other.get("/readyz").body()).contains("\"broken\":false");
        }
    }

    @Test
    void long_answers_are_compressed_on_demand() throws Exception {
        assertThat(server.get("/long", "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(server.get("/long").body()).hasSize(10_000);
    }

    @Test
    void token_file_is_for_its_owner_only(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("token");
        server.token.writeTo(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file).strip())
                .isEqualTo(server.token.token().reveal())
                .hasSizeGreaterThan(40);
        assertThat(server.token.toString()).doesNotContain(server.token.token().reveal());
    }

    private static void assertProblem(Reply reply, int status, String type) throws Exception {
        JsonNode json = Json.mapper().readTree(reply.body());
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(json.path("type").asText()).isEqualTo(type);
        assertThat(json.path("status").asInt()).isEqualTo(status);
        assertThat(json.path("title").asText()).isNotBlank();
    }

    private static URI listen(HttpConfig config) throws TimeoutException {
        Vertx vertx = Vertx.vertx();
        try {
            ApiToken token = ApiToken.issue(new SecureRandom()).known();
            return new HttpServer(vertx, config, new TokenGatekeeper(token), List.of(), Meters.prometheus())
                    .start(List.of())
                    .await(5, TimeUnit.SECONDS);
        } finally {
            vertx.close().await(5, TimeUnit.SECONDS);
        }
    }

    private static ReadyCheck check(String name, AtomicBoolean ready) {
        return new ReadyCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean ready() {
                return ready.get();
            }
        };
    }
}
