package id.ronda.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.identity.IdentityModule;
import id.ronda.identity.TestingIdentity;
import id.ronda.kernel.Json;
import id.ronda.kernel.http.ApiDocument;
import id.ronda.kernel.http.ApiToken;
import id.ronda.kernel.http.HttpConfig;
import id.ronda.kernel.http.HttpServer;
import id.ronda.kernel.metrics.Meters;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** Identity behind the product's HTTP server on a free port, held to its description, and those who ask it. */
final class TestingApi implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final TestingIdentity identity;
    private final ApiToken.Issued token = ApiToken.issue(new SecureRandom());
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final URI address;

    /** Started, in this empty folder. */
    TestingApi(Path folder) {
        identity = new TestingIdentity(folder);
        server = new HttpServer(
                vertx,
                HttpConfig.defaults().withPort(0),
                identity.module.gatekeeper(token.known()),
                List.of(),
                Meters.prometheus());
        address = TestingIdentity.await(
                server.start(ApiDocument.of(List.of(IdentityModule.API)), List.of(identity.module.routes())));
    }

    /** An answer. */
    record Reply(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            try {
                return Json.mapper().readTree(response.body());
            } catch (JsonProcessingException e) {
                throw new AssertionError("the answer is not JSON: " + response.body(), e);
            }
        }

        /** The refused fields. */
        List<String> fields() {
            return json().path("errors").findValuesAsText("field");
        }

        /** The cookie of the session that this answer began. */
        String session() {
            return response.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("ronda_session="))
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no session: " + response.body()));
        }
    }

    /** Somebody who asks, by the header that shows who he is. */
    final class Asker {

        private final String header;
        private final String value;

        private Asker(String header, String value) {
            this.header = header;
            this.value = value;
        }

        Reply get(String path, String... headers) {
            return send(request(path, headers).GET());
        }

        /** JSON with apostrophes for quotation marks. */
        Reply post(String path, String json) {
            return send(with("POST", path, "application/json", json.replace('\'', '"')));
        }

        Reply postCsv(String path, String text) {
            return send(with("POST", path, "text/csv", text));
        }

        Reply patch(String path, String json, String... headers) {
            HttpRequest.Builder request = with("PATCH", path, "application/json", json.replace('\'', '"'));
            return send(headers.length == 0 ? request : request.headers(headers));
        }

        Reply delete(String path) {
            return send(request(path).DELETE());
        }

        private HttpRequest.Builder with(String method, String path, String type, String body) {
            return request(path).header("Content-Type", type).method(method, BodyPublishers.ofString(body));
        }

        private HttpRequest.Builder request(String path, String... headers) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
            if (!header.isEmpty()) {
                request.header(header, value);
            }
            return headers.length == 0 ? request : request.headers(headers);
        }
    }

    /** Whoever has the token in the token file. */
    Asker administrator() {
        return bearer(token.token().reveal());
    }

    /** Whoever shows that token. */
    Asker bearer(String text) {
        return new Asker("Authorization", "Bearer " + text);
    }

    /** Nobody. */
    Asker stranger() {
        return new Asker("", "");
    }

    /** Whoever has the cookie of a session. */
    Asker session(String cookie) {
        return new Asker("Cookie", cookie);
    }

    /** The first step of signing in. */
    Reply enter(String name) {
        return stranger()
                .post(
                        "/api/v1/session",
                        "{'name': '" + name + "', 'password': '" + TestingIdentity.PASSWORD.reveal() + "'}");
    }

    /** A person of that name who has signed in, with a preset for everything. */
    Asker person(String name, String preset) {
        identity.give(identity.account(name), preset, null);
        return signedIn(name);
    }

    /** The person of that name, signed in. */
    Asker signedIn(String name) {
        Reply reply = enter(name);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return session(reply.session());
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.close();
        TestingIdentity.await(server.stop());
        TestingIdentity.await(vertx.close());
        identity.close();
    }
}
