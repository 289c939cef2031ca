package id.ronda.app.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Shows that the browser the page tests stand on really loads a page, runs its script and sees it change. */
@Timeout(60)
class ChromiumTest {

    private static final String PAGE = """
            <!doctype html><title>Ronda</title><p id="beat">0</p>
            <script>setInterval(() => { beat.textContent = Number(beat.textContent) + 1 }, 20)</script>
            """;

    @TempDir
    Path profile;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = PAGE.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void page_isLoadedAndMoves() {
        try (var chromium = TestingChromium.start(profile)) {
            var page = chromium.page();
            page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");

            page.waitForCondition(() -> Integer.parseInt(page.locator("#beat").textContent()) >= 3);

            assertThat(page.title()).isEqualTo("Ronda");
        }
    }
}
