package id.ronda.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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

    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void noRequestBreaksIt() throws Exception {
        var statuses = new TreeMap<Integer, Integer>();
        List<String> broken = new ArrayList<>();
        try (var ronda = TestingRonda.start(folder.resolve("data"), "serve")) {
            var fuzz = new ApiFuzz(new YAMLMapper().readTree(ronda.api().text("api/v1/openapi.yaml")), SEED);
            for (int i = 0; i < REQUESTS; i++) {
                var call = fuzz.next();
                // One in four comes from nobody.
                var answer = send(ronda.address(), call, i % 4 == 0 ? "" : ronda.token());
                statuses.merge(answer.statusCode(), 1, Integer::sum);
                if (isBroken(answer)) {
                    broken.add(call + " -> " + answer.statusCode() + " " + answer.body());
                }
            }
        }
        LoggerFactory.getLogger(ApiFuzzTest.class).info("{} requests answered {}", REQUESTS, statuses);
        assertThat(broken).isEmpty();
        assertThat(statuses.keySet()).contains(200, 401, 404, 415, 422);
    }

    private static boolean isBroken(HttpResponse<String> answer) {
        String body = answer.body();
        boolean refused = answer.statusCode() >= 400;
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return answer.statusCode() >= 500
                || body.contains("\tat ")
                || body.contains("Exception")
                || (refused && !type.equals("application/problem+json"));
    }

    private HttpResponse<String> send(URI root, ApiFuzz.Call call, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(root + call.path().substring(1)))
                .timeout(Duration.ofSeconds(30))
                .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
        if (!call.mediaType().isEmpty()) {
            request.header("Content-Type", call.mediaType());
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
