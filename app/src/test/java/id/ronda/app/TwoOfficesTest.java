package id.ronda.app;

import static id.ronda.app.TwoOffices.HEALTH;
import static id.ronda.app.TwoOffices.SCHOOLS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.ronda.app.TwoOffices.Office;
import id.ronda.app.e2e.ApiFuzz;
import id.ronda.identity.Right;
import id.ronda.kernel.http.GuardedRouter.GuardedRoute;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two offices and every route there is: nobody hears a word of what is the other's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class TwoOfficesTest {

    private static final int REQUESTS = Integer.getInteger("ronda.fuzz.reach", 800);
    private static final long SEED = 20_261_122;

    /** Not such as could end the caller's own account in the middle. */
    private static final Set<Right> RIGHTS =
            EnumSet.complementOf(EnumSet.of(Right.USER_WRITE, Right.TOKEN_OWN, Right.TOKEN_SERVICE, Right.ROLE_WRITE));

    private final Shutdown shutdown = new Shutdown(Shutdown.LIMIT);
    private Platform platform;
    private TwoOffices offices;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        platform = TwoOffices.start(folder, shutdown);
        offices = new TwoOffices(platform, RIGHTS);
    }

    @AfterAll
    void stop() {
        shutdown.close();
    }

    /** The path of a route with the id of an office's thing in it; that of a list has none, and roles are everybody's. */
    private String path(GuardedRoute route, Office of) {
        String id = switch (kind(route.path())) {
            case "series" -> String.valueOf(of.series());
            case "users", "pengguna" -> of.account().toString();
            case "units", "unit" -> of.unit().toString();
            case "tokens", "token" -> of.tokenId().toString();
            case "roles", "peran" -> offices.role.toString();
            default -> String.valueOf(of.device());
        };
        String path = route.path().replaceAll("\\(\\?<\\w+>[^)]*\\)", id).replaceAll(":\\w+", id);
        return path.endsWith("/points") || path.endsWith("/chart")
                ? path + "?series=" + of.series() + "&from=1763600000&to=1763690000"
                : path;
    }

    /** The word that says of what a path is. */
    private static String kind(String path) {
        return path.replaceFirst("^/(api/v1/)?([a-z-]*).*", "$2");
    }

    private boolean isOfThings(GuardedRoute route) {
        return route.method().equals("GET")
                && !route.path().startsWith("/static")
                && !List.of("/metrics", "/healthz", "/readyz", "/favicon.ico").contains(route.path());
    }

    @Test
    @Order(1)
    void noRouteTells_whatIsTheOthers() throws Exception {
        var softly = new SoftAssertions();
        List<String> told = new ArrayList<>();
        for (GuardedRoute route : platform.routes()) {
            if (isOfThings(route)) {
                for (Office mine : List.of(offices.health, offices.schools)) {
                    Office other = mine.equals(offices.health) ? offices.schools : offices.health;
                    String own = ask(route, mine, mine, softly);
                    softly.assertThat(own).as("%s to %s", route, mine.word()).doesNotContain(other.word());
                    if (own.contains(mine.word())) {
                        told.add(route.path());
                    }
                    if (!path(route, mine).equals(path(route, other))) {
                        String foreign = ask(route, mine, other, softly);
                        softly.assertThat(foreign).as("%s of the other", route).doesNotContain(other.word());
                    }
                }
            }
        }
        softly.assertAll();
        assertThat(told)
                .as("routes that tell something of one's own")
                .contains(
                        "/",
                        "/perangkat",
                        "/api/v1/devices",
                        "/api/v1/devices/:id",
                        "/api/v1/devices/:id/interfaces",
                        "/api/v1/devices/:id/readings",
                        "/api/v1/series",
                        "/api/v1/users",
                        "/api/v1/users/:id");
    }

    /** What is answered; of a thing that is the other's: that there is none. */
    private String ask(GuardedRoute route, Office who, Office of, SoftAssertions softly) throws Exception {
        String path = path(route, of);
        if (path.startsWith("/live/")) {
            var heard = offices.listen(path + (path.endsWith("devices") ? "?ids=1,2,3" : ""), who.token());
            softly.assertThat(heard.status())
                    .as(path)
                    .isEqualTo(who.equals(of) || path.endsWith("devices") ? 200 : 404);
            return heard.lines();
        }
        var answer = offices.send("GET", path, who.token(), "");
        if (!who.equals(of)) {
            softly.assertThat(answer.statusCode())
                    .as("%s to %s", path, who.word())
                    .isIn(403, 404);
        }
        return answer.body();
    }

    @Test
    @Order(2)
    void everyList_hasOnesOwn_inEveryForm() throws Exception {
        for (String list : List.of("/api/v1/devices", "/api/v1/series", "/api/v1/users")) {
            var json = offices.send("GET", list + "?limit=1000", offices.health.token(), "")
                    .body();
            assertThat(json).as(list).contains(HEALTH).doesNotContain(SCHOOLS);
        }
        String filtered = "/api/v1/series?device=" + offices.schools.device();
        assertThat(offices.send("GET", filtered, offices.health.token(), "").body())
                .contains("\"items\":[]");
        assertThat(offices.send("GET", filtered, offices.schools.token(), "").body())
                .contains(SCHOOLS);
        String samples = "/api/v1/series/" + offices.schools.series() + "/samples";
        var unknown = offices.send("GET", "/api/v1/series/99999/samples", offices.health.token(), "");
        assertThat(offices.send("GET", samples, offices.health.token(), "").body())
                .isEqualTo(unknown.body().replace("99999", String.valueOf(offices.schools.series())));
        assertThat(offices.send("GET", samples, offices.schools.token(), "").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(3)
    void whenItsUnitIsRenamed_aDeviceIsSeenByThoseWhoseUnitIsNowCalledSo() throws Exception {
        String device = "/api/v1/devices/" + offices.health.device();
        assertThat(status(device, offices.health)).isEqualTo(200);

        offices.rename(offices.health.unit(), "Dinas Lain");
        assertThat(status(device, offices.health)).isEqualTo(404);

        offices.rename(offices.schools.unit(), "Dinas " + HEALTH);
        assertThat(status(device, offices.schools)).isEqualTo(200);
        assertThat(status("/api/v1/devices/" + offices.schools.device(), offices.schools))
                .isEqualTo(404);

        offices.rename(offices.schools.unit(), "Dinas " + SCHOOLS);
        offices.rename(offices.health.unit(), "Dinas " + HEALTH);
        assertThat(status(device, offices.health)).isEqualTo(200);
        assertThat(status(device, offices.schools)).isEqualTo(404);
    }

    @Test
    @Order(3)
    void aUnitThatDevicesBelongTo_isNotDeleted() throws Exception {
        String full = unitOfHealth("Pos Berperangkat");
        String body = """
                {"address": "127.0.9.9", "name": "sisa", "unit": "Pos Berperangkat", "snmp": {"community": "public"}}""";
        assertThat(asHealth("POST", "/api/v1/devices", body).statusCode()).isEqualTo(201);

        var refused = asHealth("DELETE", full, "");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("masih dipakai");
        assertThat(asHealth("DELETE", unitOfHealth("Pos Kosong"), "").statusCode())
                .isEqualTo(204);
    }

    /** Makes a unit below that office, and gives its address. */
    private String unitOfHealth(String name) throws Exception {
        String body = "{\"name\": \"%s\", \"kind\": \"pos\", \"parent\": %s}".formatted(name, offices.health.unit());
        return asHealth("POST", "/api/v1/units", body)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private HttpResponse<String> asHealth(String method, String path, String body) throws Exception {
        return offices.send(method, path, offices.health.token(), body);
    }

    /** The last one: what is the caller's own he may well delete. */
    @Test
    @Order(4)
    void aRandomCaller_hearsNothingForeignAndChangesNothing() throws Exception {
        String before = revision(offices.schools);
        var document = new YAMLMapper()
                .readTree(offices.send("GET", "/api/v1/openapi.yaml", offices.health.token(), "")
                        .body());
        var fuzz = new ApiFuzz(document, SEED);
        var statuses = new TreeMap<Integer, Integer>();
        for (int i = 0; i < REQUESTS; i++) {
            var call = fuzz.next();
            var answer =
                    offices.send(call.method(), "/" + call.path().substring(1), offices.health.token(), call.body());
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            assertThat(answer.body()).as(call.toString()).doesNotContain(SCHOOLS);
            assertThat(answer.statusCode()).as(call.toString()).isLessThan(500);
        }
        assertThat(statuses.keySet()).contains(200, 404, 422);
        assertThat(revision(offices.schools)).isEqualTo(before);
    }

    /** The tag that counts the edits of an office's device. */
    private String revision(Office of) throws Exception {
        return offices.send("GET", "/api/v1/devices/" + of.device(), of.token(), "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private int status(String path, Office who) throws Exception {
        return offices.send("GET", path, who.token(), "").statusCode();
    }
}
