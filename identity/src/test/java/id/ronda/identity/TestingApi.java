package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.PASSWORD;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.kernel.Json;
import id.ronda.kernel.http.ApiDocument;
import id.ronda.kernel.http.ApiToken;
import id.ronda.kernel.http.HttpConfig;
import id.ronda.kernel.http.HttpServer;
import id.ronda.kernel.http.Witness;
import id.ronda.kernel.metrics.Meters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.List;

/** What identity answers under {@code /api/v1}, over real HTTP. */
public final class TestingApi implements AutoCloseable {

    /** What was answered. */
    public record Answer(int status, HttpResponse<String> whole) {

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return Json.mapper().readTree(whole.body());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(whole.body(), e);
            }
        }

        /** A header that must be there. */
        public String header(String name) {
            return whole.headers().firstValue(name).orElseThrow();
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final TestingIdentity identity;
    private final HttpServer server;
    private final URI address;

    /** Serves the module's routes, watched. */
    public TestingApi(TestingIdentity identity, Witness witness) {
        this.identity = identity;
        server = new HttpServer(
                        vertx,
                        new HttpConfig("127.0.0.1", 0, 10_000),
                        identity.module.gatekeeper(
                                ApiToken.issue(new SecureRandom()).known()),
                        List.of(),
                        Meters.prometheus())
                .witnessedBy(witness);
        address = join(server.start(ApiDocument.of(List.of(IdentityModule.API)), List.of(identity.module.routes())));
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    /** The session of a new person with that role for everything. */
    public String session(String name, String role) {
        identity.give(identity.account(name), role, null);
        return ((SignIn.SignedIn) identity.signIn(name, PASSWORD, TestingIdentity.client("127.0.0.1")))
                .session()
                .reveal();
    }

    /** Reads what that session may. */
    public Answer get(String session, String path, String accept) {
        return send(session, "GET", path, "", "Accept", accept);
    }

    /** Sends JSON, or nothing where it is empty. */
    public Answer send(String session, String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Cookie", "ronda_session=" + session)
                .header("User-Agent", "penguji")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        join(server.stop());
        join(vertx.close());
        client.close();
    }
}
