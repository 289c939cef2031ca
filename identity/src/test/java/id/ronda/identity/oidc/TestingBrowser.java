package id.ronda.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A browser with cookies of its own, which follows no redirect by itself: each step is looked at. */
final class TestingBrowser {

    private static final String SENT = "Set-Cookie";

    private final HttpClient http;
    private final URI root;
    private final Map<String, String> cookies = new TreeMap<>();

    TestingBrowser(HttpClient http, URI root) {
        this.http = http;
        this.root = root;
    }

    /** What came back. */
    record Answer(int status, String location, List<String> cookies, String body) {}

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** Sends JSON, as the page's script does. */
    Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            return kept(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer kept(HttpResponse<String> answer) {
        List<String> sent = answer.headers().allValues(SENT);
        for (String cookie : sent) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (cookie.contains("Max-Age=0;") || cookie.endsWith("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return new Answer(
                answer.statusCode(), answer.headers().firstValue("Location").orElse(""), sent, answer.body());
    }

    /** Begins a sign-in with the provider; where that leads. */
    URI begin(String to) {
        return URI.create(get("/masuk/oidc?to=" + URLEncoder.encode(to, UTF_8)).location());
    }

    /** Comes back from the provider with this. */
    Answer comeBack(Map<String, String> parameters) {
        return get("/masuk/oidc/kembali?"
                + parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                        .collect(Collectors.joining("&")));
    }

    boolean has(String cookie) {
        return cookies.containsKey(cookie);
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    void keep(String name, String value) {
        cookies.put(name, value);
    }
}
