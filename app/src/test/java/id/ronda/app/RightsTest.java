package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.AccountDraft;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.OneTimePassword;
import id.ronda.identity.Role;
import id.ronda.kernel.DataFolder;
import id.ronda.kernel.config.ConfigReader;
import id.ronda.kernel.config.ConfigResult;
import id.ronda.kernel.http.GuardedRouter.GuardedRoute;
import id.ronda.kernel.http.RouteRule;
import id.ronda.testkit.ApiAnswers;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route with every role, asked for real: what docs/rights.md says is what happens. A person of each preset role signs in and
 * knocks at each door.
 */
class RightsTest {

    private static final Path TABLE = Path.of("..", "docs", "rights.md");
    private static final ApiAnswers ANSWERS = ApiAnswers.of(Platform.API.tree());
    private static final String NOBODY = "nobody";
    private static final String PASSWORD = "perahu bambu hijau tujuh";
    private static final List<String> PROTECTION = List.of(
            "content-security-policy",
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "cache-control");
    private static final String HEAD = """
            # Who may what

            Every route of the server, and which of the roles that come with Ronda may call it. `RightsTest` makes this table
            (`-Dronda.docs.write=true`), signs a person of each role in, calls every route and compares. A route whose path is a
            regular expression is shown as one.

            """;

    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void everyRouteAnswersEveryRoleAsTheTableSays() throws Exception {
        try (var shutdown = new Shutdown(Shutdown.LIMIT)) {
            var platform = Platform.start(config(), DataFolder.Use.SERVE, shutdown);
            Map<String, String> cookies = people(platform);
            var routes = new ArrayList<>(platform.routes());
            // The sign-out ends the session by which the others are asked.
            routes.sort(Comparator.comparing(
                    route -> route.method().equals("DELETE") && route.path().endsWith("/session")));
            var softly = new SoftAssertions();
            var rows = new ArrayList<String>();
            for (GuardedRoute route : routes) {
                rows.add(row(route, platform, cookies, softly));
            }
            rows.sort(null);
            softly.assertThat(described())
                    .as("every route under /api/v1 is described, and nothing else")
                    .isEqualTo(mounted(routes));
            String table = HEAD + heading(cookies) + String.join("", rows);
            if (Boolean.getBoolean("ronda.docs.write")) {
                Files.writeString(TABLE, table);
            }
            softly.assertAll();
            assertThat(TABLE).as("made anew by -Dronda.docs.write=true").hasContent(table);
        }
    }

    private static Set<String> mounted(List<GuardedRoute> routes) {
        return routes.stream()
                .filter(route -> route.path().startsWith("/api/v1/"))
                .map(route -> route.method() + " " + route.path().replaceAll(":(\\w+)", "{$1}"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> described() {
        Set<String> described = new TreeSet<>();
        Platform.API
                .tree()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().has("responses")) {
                        described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return described;
    }

    private ServerConfig config() {
        var read = ConfigReader.read(
                ServerConfig.class,
                null,
                Map.of("ronda.data", folder.resolve("data").toString(), "ronda.port", "0"),
                Map.of());
        return ((ConfigResult.Read<ServerConfig>) read).config();
    }

    /** The session of a person of each role, by the role's code; nobody has none. */
    private Map<String, String> people(Platform platform) throws Exception {
        var cookies = new LinkedHashMap<String, String>();
        cookies.put(NOBODY, "");
        for (Role role : await(platform.identity().roles().list())) {
            cookies.put(Objects.requireNonNull(role.preset()), session(platform, role));
        }
        return cookies;
    }

    private String session(Platform platform, Role role) throws Exception {
        var server = Caller.Service.ofServer("test");
        String name = "person-" + role.id();
        var made = await(platform.identity().accounts().create(server, AccountDraft.of(name, name)));
        var first = ((Change.Done<OneTimePassword>) made).result();
        await(platform.identity().roles().give(server, first.account().id(), role.id(), null));
        String cookie = signIn(platform.address(), name, first.password().reveal());
        var changed = send(
                platform.address(),
                "PUT",
                "api/v1/me/password",
                cookie,
                "{\"old\":\"" + first.password().reveal() + "\",\"new\":\"" + PASSWORD + "\"}");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        return signIn(platform.address(), name, PASSWORD);
    }

    private String signIn(URI root, String name, String password) throws Exception {
        var answer = send(
                root, "POST", "api/v1/session", "", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
        assertThat(answer.statusCode()).as(name + " " + answer.body()).isEqualTo(200);
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("ronda_session="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private String row(GuardedRoute route, Platform platform, Map<String, String> cookies, SoftAssertions softly)
            throws Exception {
        var row = new StringBuilder("| `" + route.method() + " " + shown(route.path()) + "` | "
                + route.rule().text() + " |");
        for (var person : cookies.entrySet()) {
            var answer = send(platform.address(), route.method(), concrete(route.path()), person.getValue(), "{}");
            int status = answer.statusCode();
            softly.assertThat(answer.headers().map().keySet())
                    .as("the headers that protect a browser on " + route)
                    .containsAll(PROTECTION);
            boolean admitted = status != 401 && status != 403;
            // What is not the signing in itself tells nobody anything.
            boolean signIn = route.rule() == RouteRule.OPEN;
            softly.assertThat(admitted || signIn)
                    .as(person.getKey() + " " + route + " answered " + status)
                    .isEqualTo(expected(route.rule(), platform, person.getKey()) || signIn);
            row.append(admitted || signIn ? " ✓ |" : "  |");
        }
        return row.append('\n').toString();
    }

    private static boolean expected(RouteRule rule, Platform platform, String who) {
        return switch (rule) {
            case RouteRule.Open open -> true;
            case RouteRule.SignedIn in -> !who.equals(NOBODY);
            case RouteRule.Needs needs ->
                await(platform.identity().roles().list()).stream()
                        .filter(role -> who.equals(role.preset()))
                        .anyMatch(role -> role.draft().rights().contains(needs.permission()));
        };
    }

    private static String heading(Map<String, String> cookies) {
        return "| Route | Needs | " + String.join(" | ", cookies.keySet()) + " |\n|---|---|"
                + "---|".repeat(cookies.size()) + "\n";
    }

    private static String shown(String path) {
        return path.replace("|", "\\|");
    }

    /** A path of that form, of a thing that there is not. */
    private static String concrete(String path) {
        return path.replaceAll("\\(\\?<hash>[^)]*\\)", "0123456789abcdef")
                .replaceAll("\\(\\?<name>[^)]*\\)", "none.css")
                .replaceAll("\\(\\?<\\w+>[^)]*\\)", "999999")
                .replaceAll(":\\w+", "999999")
                .substring(1);
    }

    private Answer send(URI root, String method, String path, String cookie, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve("/" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        // An event stream never ends: its head is all that is wanted.
        try (var text = answer.body()) {
            boolean endless = path.startsWith("live/") && answer.statusCode() == 200;
            String read = endless ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8);
            ANSWERS.check(
                    method,
                    "/" + path,
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    read);
            return new Answer(answer.statusCode(), answer.headers(), read);
        }
    }

    private record Answer(int statusCode, HttpHeaders headers, String body) {}

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
