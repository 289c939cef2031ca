package id.ronda.app.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.ronda.testkit.ApiAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The HTTP API as a script would use it; every answer is held to the description that the server gives of itself. */
public final class RondaApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** All servers of a test run are of one build. */
    private static final AtomicReference<@Nullable ApiAnswers> DESCRIBED = new AtomicReference<>();

    private final URI root;
    private final String token;

    /** The API as the server's administrator's script. */
    RondaApi(URI root, String token) {
        this.root = root;
        this.token = token;
    }

    /** One series of one device. */
    public record Series(int id, long device, String metric, String instance) {}

    /** A gap as a chart gets it; {@code to} is null while it lasts. */
    public record Gap(Instant from, String to, String reason) {}

    /** An answer without its headers. */
    public record Answer(int status, String body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }

    /** Gets a path such as {@code api/v1/devices}; {@code shown} may be empty: nobody. */
    Answer get(String path, String shown) {
        var request = HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE);
        if (!shown.isEmpty()) {
            request.header("Authorization", "Bearer " + shown);
        }
        return send(request.GET().build());
    }

    /** Gets a path that may fail. */
    Answer answer(String path) {
        return get(path, token);
    }

    /** Gets a path that must be there. */
    public JsonNode get(String path) {
        return expect200(path, get(path, token)).json();
    }

    /** Gets what is no JSON. */
    String text(String path) {
        return expect200(path, get(path, token)).body();
    }

    private static Answer expect200(String path, Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer;
    }

    /** Registers devices. */
    JsonNode addDevices(String csv) {
        var request = HttpRequest.newBuilder(root.resolve("api/v1/devices"))
                .header("Content-Type", "text/csv")
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(csv));
        return expect200("POST devices", send(request.build())).json();
    }

    /** Every device. */
    public List<JsonNode> devices() {
        return items("api/v1/devices?limit=1000");
    }

    /** Every series. */
    List<Series> series() {
        return items("api/v1/series?limit=1000").stream()
                .map(s -> new Series(
                        s.get("id").asInt(),
                        s.get("deviceId").asLong(),
                        s.get("metric").asText(),
                        s.get("instance").asText()))
                .toList();
    }

    /** The items of all pages. */
    List<JsonNode> items(String path) {
        var items = new ArrayList<JsonNode>();
        var page = get(path);
        page.get("items").forEach(items::add);
        while (!page.get("next").isNull()) {
            page = get(path + "&after=" + URLEncoder.encode(page.get("next").asText(), StandardCharsets.UTF_8));
            page.get("items").forEach(items::add);
        }
        return items;
    }

    /** The raw points of a series in the last hour, by their times. */
    SequencedMap<Instant, Double> samples(int series) {
        var points = new LinkedHashMap<Instant, Double>();
        get("api/v1/series/" + series + "/samples")
                .get("points")
                .forEach(point -> points.put(
                        Instant.parse(point.get(0).asText()), point.get(1).asDouble()));
        return points;
    }

    /** The gaps of a series in the last hour. */
    List<Gap> gaps(int series) {
        var gaps = new ArrayList<Gap>();
        get("api/v1/series/" + series + "/samples")
                .get("gaps")
                .forEach(g -> gaps.add(new Gap(
                        Instant.parse(g.get("from").asText()),
                        g.get("to").asText(),
                        g.get("reason").asText())));
        return gaps;
    }

    /** Listens to a stream of server-sent events until one of that name comes. */
    boolean hears(String path, String event, Duration patience) throws Exception {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        try (var lines = CLIENT.send(request, BodyHandlers.ofLines()).body()) {
            return CompletableFuture.supplyAsync(() -> lines.anyMatch(("event: " + event)::equals))
                    .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    /** The sum of a metric over all its labels; 0 if it is not there. */
    double metric(String name) {
        return metrics().entrySet().stream()
                .filter(m -> m.getKey().equals(name) || m.getKey().startsWith(name + "{"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Every metric with its labels as Prometheus reads it. */
    Map<String, Double> metrics() {
        var metrics = new LinkedHashMap<String, Double>();
        text("metrics").lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int space = line.lastIndexOf(' ');
            metrics.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
        });
        return metrics;
    }

    private ApiAnswers described() throws IOException, InterruptedException {
        ApiAnswers known = DESCRIBED.get();
        if (known == null) {
            var request =
                    HttpRequest.newBuilder(root.resolve("api/v1/openapi.yaml")).timeout(PATIENCE);
            String document =
                    CLIENT.send(request.build(), BodyHandlers.ofString()).body();
            known = ApiAnswers.of(new YAMLMapper().readTree(document));
            DESCRIBED.set(known);
        }
        return known;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = described().checked(CLIENT.send(request, BodyHandlers.ofString()));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " cannot be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
