package id.ronda.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.dashboards.PagesServer;
import id.ronda.dashboards.WebReader;
import id.ronda.dashboards.office.Office;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StaticFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/id/ronda/dashboards/static");
    private final StaticFiles files = new StaticFiles();

    @Test
    void knowsEveryFileButLicences() throws Exception {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            List<String> names = all.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString())
                    .filter(name -> !name.endsWith("LICENSE"))
                    .toList();
            assertThat(names)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(name -> assertThat(files.path(name)).matches("/static/[0-9a-f]{16}/" + name));
        }
        assertThatThrownBy(() -> files.path("no.js")).hasMessageContaining("StaticFiles");
    }

    @Test
    void sendsThemToBeKeptForEver() throws Exception {
        try (PagesServer server =
                        new PagesServer(new Office(Clock.systemUTC(), Duration.ofSeconds(10), 0), Clock.systemUTC());
                WebReader web = new WebReader()) {
            HttpResponse<String> script = web.get(server.at(files.path("js/page.js")));
            assertThat(script.statusCode()).isEqualTo(200);
            assertThat(script.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
            assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
            assertThat(web.get(server.at(files.path("css/ronda.css")), "Accept-Encoding", "gzip")
                            .headers()
                            .firstValue("Content-Encoding"))
                    .contains("gzip");
            assertThat(web.get(server.at("/favicon.ico")).statusCode()).isEqualTo(302);
            assertThat(web.get(server.at("/static/0123456789abcdef/js/page.js")).statusCode())
                    .isEqualTo(404);
            assertThat(web.get(server.at(files.path("js/page.js").replace("page.js", "%2e%2e/x")))
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
