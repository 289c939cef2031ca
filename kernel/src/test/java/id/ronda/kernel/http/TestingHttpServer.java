package id.ronda.kernel.http;

import id.ronda.kernel.metrics.Meters;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The real server on a free port with a client that may send any header. */
final class TestingHttpServer implements AutoCloseable {

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    record Reply(int status, Map<String, List<String>> headers, String body) {

        @Nullable
        String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : String.join(", ", values);
        }
    }

    private static final int BODY_LIMIT = 1000;

    final ApiToken.Issued token = ApiToken.issue(new SecureRandom());
    final PrometheusMeterRegistry meters = Meters.prometheus();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    final URI address;

    TestingHttpServer(List<ReadyCheck> checks, Routes... routes) throws TimeoutException {
        server = server(new TokenGatekeeper(token.known()), checks);
        address = server.start(List.of(routes)).await(5, TimeUnit.SECONDS);
    }

    /** One whose requests are held to that description. */
    TestingHttpServer(ApiDocument api, Routes... routes) throws TimeoutException {
        server = server(new TokenGatekeeper(token.known()), List.of());
        address = server.start(api, List.of(routes)).await(5, TimeUnit.SECONDS);
    }

    /** One that everybody enters as that caller, who is watched, and shown problems as pages. */
    TestingHttpServer(Caller everybody, Witness witness, ProblemPages pages, Routes... routes) throws TimeoutException {
        server = server(new OpenDoor(everybody), List.of()).witnessedBy(witness).showingProblems(pages);
        address = server.start(List.of(routes)).await(5, TimeUnit.SECONDS);
    }

    private HttpServer server(Gatekeeper gatekeeper, List<ReadyCheck> checks) {
        return new HttpServer(vertx, new HttpConfig("127.0.0.1", 0, BODY_LIMIT), gatekeeper, checks, meters);
    }

    private record OpenDoor(Caller everybody) implements Gatekeeper {
        @Override
        public Future<Optional<Caller>> byToken(String token, RoutingContext ctx) {
            return Future.succeededFuture(Optional.of(everybody));
        }

        @Override
        public Future<Caller> bySession(RoutingContext ctx) {
            return Future.succeededFuture(everybody);
        }

        @Override
        public String signInPath() {
            return "/masuk";
        }
    }

    Reply get(String path, String... headers) {
        return send(HttpMethod.GET, path, "", headers);
    }

    Reply post(String path, String body, String... headers) {
        return send(HttpMethod.POST, path, body, headers);
    }

    Reply send(HttpMethod method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(5))
                .method(
                        method.name(),
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, List<String>> caseless = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            caseless.putAll(response.headers().map());
            return new Reply(response.statusCode(), caseless, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** An answer that any route may give. */
    static Routes echo() {
        return router -> {
            router.get("/api/v1/things", RouteRule.OPEN).handler(ctx -> Answers.json(ctx, 200, Map.of("ok", true)));
            router.post("/api/v1/things", RouteRule.OPEN)
                    .handler(ctx ->
                            Answers.json(ctx, 201, Map.of("length", ctx.body().length())));
            router.delete("/api/v1/things/:id", RouteRule.OPEN)
                    .handler(ctx -> Answers.json(ctx, 200, Map.of("id", ctx.pathParam("id"))));
        };
    }

    @Override
    public void close() throws TimeoutException {
        client.close();
        server.stop().await(5, TimeUnit.SECONDS);
        vertx.close().await(5, TimeUnit.SECONDS);
    }
}
