package id.ronda.collector.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.collector.CollectorModule;
import id.ronda.collector.device.TestingDevices;
import id.ronda.identity.Caller;
import id.ronda.identity.Requester;
import id.ronda.kernel.Json;
import id.ronda.kernel.http.ApiDocument;
import id.ronda.kernel.http.HttpConfig;
import id.ronda.kernel.http.HttpServer;
import id.ronda.kernel.http.Routes;
import id.ronda.kernel.metrics.Meters;
import id.ronda.testkit.ApiAnswers;
import id.ronda.testkit.TestingGate;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The product's HTTP server on a free port, and a client that holds requests and answers to the description of the API. */
final class TestingApi implements AutoCloseable {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    static final ApiDocument API = ApiDocument.of(List.of(CollectorModule.API));
    private static final ApiAnswers ANSWERS = ApiAnswers.of(API.tree());

    /** Without a token it is whoever is at the server. */
    final TestingGate gate = new TestingGate(new Requester(Caller.Service.ofServer("test")));

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final URI address;

    TestingApi(Routes routes) {
        server = new HttpServer(vertx, HttpConfig.defaults().withPort(0), gate, List.of(), Meters.prometheus());
        address = await(server.start(API, List.of(routes)));
    }

    /** Those of the collector over these devices and three series. */
    static CollectorRoutes routes(TestingDevices devices) {
        var series = new FakeTimeSeries();
        return new CollectorRoutes(devices.desk(), devices.view(), series, series, () -> Instant.EPOCH);
    }

    /** The same API asked with a token. */
    As as(String token) {
        return new As(token);
    }

    /** Requests of one caller. */
    final class As {
        private final String token;

        private As(String token) {
            this.token = token;
        }

        Reply get(String path, String... headers) {
            return send(mine(path, headers).GET());
        }

        Reply post(String path, String json) {
            return send(mine(path, "Content-Type", JSON).POST(BodyPublishers.ofString(json.replace('\'', '"'))));
        }

        Reply postCsv(String path, String text) {
            return send(mine(path, "Content-Type", CSV).POST(BodyPublishers.ofString(text)));
        }

        Reply patch(String path, String json) {
            return send(
                    mine(path, "Content-Type", JSON).method("PATCH", BodyPublishers.ofString(json.replace('\'', '"'))));
        }

        private HttpRequest.Builder mine(String path, String... headers) {
            return request(path, headers).header("Authorization", "Bearer " + token);
        }
    }

    /** An answer; headers by {@link HttpResponse#headers}. */
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
    }

    Reply get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** JSON with apostrophes for quotation marks. */
    Reply post(String path, String json) {
        return send(request(path, "Content-Type", JSON).POST(BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    Reply postCsv(String path, String text) {
        return send(request(path, "Content-Type", CSV).POST(BodyPublishers.ofString(text)));
    }

    Reply patch(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", JSON)
                .method("PATCH", BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    Reply delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(10));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(ANSWERS.checked(client.send(request.build(), HttpResponse.BodyHandlers.ofString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the server did not start or stop", e);
        }
    }

    @Override
    public void close() {
        client.close();
        await(server.stop());
        await(vertx.close());
    }
}
