package id.ronda.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.ronda.testkit.ApiAnswers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Whatever is asked of the API, it answers what its description says it can: no 5xx, nothing of its inside. {@code -Dronda.fuzz=100000}
 * asks as often as one likes.
 */
class ApiFuzzTest {

    private static final int REQUESTS = Integer.getInteger("ronda.fuzz", 3_000);
    private static final long SEED = 20_261_121;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void noRequestBreaksIt() throws Exception {
        var statuses = new TreeMap<Integer, Integer>();
        Set<String> reached = new TreeSet<>();
        List<String> broken = new ArrayList<>();
        try (var ronda = TestingRonda.start(folder.resolve("data"), "serve")) {
            JsonNode document = new YAMLMapper().readTree(ronda.api().text("api/v1/openapi.yaml"));
            var answers = ApiAnswers.of(document);
            var fuzz = new ApiFuzz(document, SEED);
            for (int i = 0; i < REQUESTS; i++) {
                var call = fuzz.next();
                // One in eight comes from nobody.
                var answer = send(ronda.address(), call, i % 8 == 0 ? "" : ronda.token());
                statuses.merge(answer.statusCode(), 1, Integer::sum);
                fault(answers, answer).ifPresent(fault -> broken.add(shortened(call + " -> " + fault)));
                if (answer.statusCode() < 300 && isJson(answer)) {
                    reached.add(call.operation());
                    fuzz.learn(JSON.readTree(answer.body()));
                }
            }
        }
        LoggerFactory.getLogger(ApiFuzzTest.class)
                .info("{} requests answered {}; went through: {}", REQUESTS, statuses, reached);
        assertThat(broken).isEmpty();
        assertThat(statuses.keySet()).contains(200, 201, 401, 404, 415, 422);
        assertThat(reached).contains("GET /api/v1/devices", "POST /api/v1/devices", "PATCH /api/v1/devices");
    }

    /** What is wrong with an answer: of the inside, not described, or no problem where it refuses. */
    private static Optional<String> fault(ApiAnswers answers, HttpResponse<String> answer) {
        String body = answer.body();
        if (answer.statusCode() >= 500 || body.contains("\tat ") || body.contains("Exception")) {
            return Optional.of(answer.statusCode() + " " + body);
        }
        try {
            answers.checked(answer);
            return Optional.empty();
        } catch (AssertionError notDescribed) {
            return Optional.of(String.valueOf(notDescribed.getMessage()));
        }
    }

    private static boolean isJson(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").equals("application/json");
    }

    private static String shortened(String text) {
        return text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text;
    }

    private HttpResponse<String> send(URI root, ApiFuzz.Call call, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(root + call.path().substring(1)))
                .timeout(Duration.ofSeconds(30))
                .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
