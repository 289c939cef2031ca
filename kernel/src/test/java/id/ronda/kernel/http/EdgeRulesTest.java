package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.http.TestingHttpServer.Reply;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EdgeRulesTest {

    private static final String THINGS = "/api/v1/things";
    private static TestingHttpServer server;

    @BeforeAll
    static void start() throws TimeoutException {
        server = new TestingHttpServer(List.of(), TestingHttpServer.echo());
    }

    @AfterAll
    static void stop() throws TimeoutException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST:9000", "[::1]", "[::1]:8080", "127.0.0.1:1"})
    void own_names_are_answered(String host) throws TimeoutException {
        assertThat(server.get(THINGS, "Host", host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "localhost.example.org",
                "127.0.0.1.example.org",
                "10.0.0.1",
                "127.0.0.2",
                "[::2]:80"
            })
    void foreign_names_are_misdirected(String host) throws TimeoutException {
        Reply reply = server.get(THINGS, "Host", host);

        assertThat(reply.status()).isEqualTo(421);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.body()).contains("\"type\":\"misdirected\"");
    }

    @Test
    void even_health_is_not_told_to_foreign_names() throws TimeoutException {
        assertThat(server.get("/healthz", "Host", "example.org").status()).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "text/csv", "TEXT/CSV;header=present"})
    void json_and_csv_may_be_written(String type) throws TimeoutException {
        assertThat(server.post(THINGS, "{}", "Content-Type", type).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonp"
            })
    void what_a_form_can_send_may_not(String type) throws TimeoutException {
        Reply reply = server.post(THINGS, "{}", "Content-Type", type);

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.body()).contains("\"type\":\"media-type\"");
    }

    @Test
    void write_without_a_type_is_refused_except_an_empty_delete() throws TimeoutException {
        assertThat(server.post(THINGS, "").status()).isEqualTo(415);
        assertThat(server.send(HttpMethod.DELETE, THINGS + "/1", "").status()).isEqualTo(200);
        assertThat(server.send(HttpMethod.DELETE, THINGS + "/1", "x").status()).isEqualTo(415);
    }

    @Test
    void own_page_may_write() throws TimeoutException {
        String own = "127.0.0.1:" + server.address.getPort();

        assertThat(write("Origin", "http://" + own, "Sec-Fetch-Site", "same-origin"))
                .isEqualTo(201);
        assertThat(write("Sec-Fetch-Site", "none")).isEqualTo(201);
        assertThat(write("Host", "localhost:9000", "Origin", "http://localhost:9000"))
                .as("through a forwarded port")
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org", "null", "http://127.0.0.1:1", "http://localhost:3000", "https://127.0.0.1"
            })
    void foreign_page_may_not_write(String origin) throws TimeoutException {
        assertThat(write("Origin", origin)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void fetch_from_another_site_may_not_write_but_may_be_a_link(String site) throws TimeoutException {
        assertThat(write("Sec-Fetch-Site", site)).isEqualTo(403);
        assertThat(server.get(THINGS, "Sec-Fetch-Site", site).status()).isEqualTo(200);
    }

    @Test
    void right_token_passes_and_a_wrong_one_does_not() throws TimeoutException {
        String token = server.token.token().reveal();

        assertThat(server.get(THINGS, "Authorization", "Bearer " + token).status())
                .isEqualTo(200);
        assertThat(server.get(THINGS, "Authorization", "bearer  " + token).status())
                .isEqualTo(200);
        for (String wrong : List.of("Bearer x" + token, "Bearer ", "Basic " + token, token)) {
            Reply reply = server.get(THINGS, "Authorization", wrong);
            assertThat(reply.status()).as(wrong).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(reply.body()).doesNotContain(token);
        }
    }

    @Test
    void every_answer_carries_the_security_headers() throws TimeoutException {
        for (Reply reply :
                List.of(server.get(THINGS), server.get("/absent"), server.get(THINGS, "Host", "example.org"))) {
            assertThat(reply.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                            + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self';"
                            + " frame-ancestors 'none'");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
        assertThat(server.get(THINGS).header("Cache-Control")).isEqualTo("no-store");
    }

    private static int write(String... headers) throws TimeoutException {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return server.post(THINGS, "{}", all).status();
    }
}
