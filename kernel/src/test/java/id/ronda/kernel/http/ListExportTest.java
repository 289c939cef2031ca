package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.kernel.Json;
import id.ronda.kernel.Page;
import id.ronda.kernel.http.TestingHttpServer.Reply;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of numbers, asked for as a file. */
final class ListExportTest {

    private static final String THINGS = "/api/v1/things";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<Column<Long>> COLUMNS =
            List.of(new Column<>("id", id -> id), new Column<>("name", id -> "=" + id));

    private final AtomicInteger pages = new AtomicInteger();
    private TestingHttpServer server;
    private volatile long size = 2_500;
    private volatile long breaksAfter = Long.MAX_VALUE;

    @BeforeEach
    void start() throws TimeoutException {
        server = TestingHttpServer.with(
                config -> config, router -> router.get(THINGS, RouteRule.OPEN).handler(this::list));
    }

    @AfterEach
    void stop() throws TimeoutException {
        server.close();
    }

    private void list(RoutingContext ctx) {
        ListPage.wantedById(ctx, (after, limit) -> {
            pages.incrementAndGet();
            if (after >= breaksAfter) {
                ctx.fail(new IllegalStateException("the list broke"));
                return;
            }
            List<Long> rows = LongStream.rangeClosed(after + 1, Math.min(size, after + limit + 1))
                    .boxed()
                    .toList();
            Answers.page(ctx, Page.of(rows, limit, String::valueOf), COLUMNS);
        });
    }

    private List<Row> xlsx(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = server.address.resolve(path);
            var answer = client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.headers().firstValue("Content-Type")).contains(XLSX);
            try (ReadableWorkbook workbook = new ReadableWorkbook(answer.body())) {
                return workbook.getFirstSheet().read();
            }
        }
    }

    @Test
    void wholeListIsInTheWorkbook() throws Exception {
        List<Row> rows = xlsx(THINGS + "?format=xlsx");

        assertThat(rows).hasSize(2_501);
        assertThat(rows.getLast().getCell(0).asNumber()).isEqualByComparingTo("2500");
        assertThat(rows.getLast().getCell(1).asString()).isEqualTo("=2500");
        assertThat(rows.getLast().getCell(1).getFormula()).isNull();
        assertThat(pages).hasValue(3);
    }

    @Test
    void wholeListIsInTheTextToo() {
        Reply reply = server.get(THINGS, "Accept", "text/csv");

        assertThat(reply.header("Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
        assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"things.csv\"");
        assertThat(reply.header("Row-Count")).isEqualTo("2500");
        assertThat(reply.header("Link")).isNull();
        assertThat(reply.body().lines())
                .hasSize(2_501)
                .startsWith("id,name", "1,'=1")
                .endsWith("2500,'=2500");
    }

    @Test
    void namedLimitIsOnePageWithTheNextOne() throws Exception {
        Reply reply = server.get(THINGS + "?format=csv&limit=2&after=" + cursorAfter5());

        assertThat(reply.body().lines()).containsExactly("id,name", "6,'=6", "7,'=7");
        String link = Objects.requireNonNull(reply.header("Link"));
        assertThat(link).startsWith("<" + THINGS + "?format=csv&limit=2&after=").endsWith(">; rel=\"next\"");
        String behind = link.substring(1, link.indexOf('>'));
        assertThat(server.get(behind).body().lines()).containsExactly("id,name", "8,'=8", "9,'=9");
        assertThat(xlsx(THINGS + "?format=xlsx&limit=2")).hasSize(3);
    }

    private String cursorAfter5() throws IOException {
        return Json.mapper()
                .readTree(server.get(THINGS + "?limit=5").body())
                .get("next")
                .asText();
    }

    @Test
    void longListIsCutAndSaysSo() {
        size = 250_000;
        Reply reply = server.get(THINGS + "?format=csv");

        assertThat(reply.body().lines()).hasSize(100_001);
        assertThat(reply.header("Row-Count")).isEqualTo("100000");
        assertThat(reply.header("Row-Limit")).isEqualTo("100000");
        assertThat(reply.header("Link")).startsWith("<" + THINGS + "?format=csv&after=");
    }

    @ParameterizedTest
    @CsvSource({
        "?format=json, text/csv, application/json",
        "?format=csv, application/json, text/csv",
        "'', '" + XLSX + "', " + XLSX,
        "'', 'text/csv;q=0.1, application/json', application/json",
        "'', */*, application/json",
    })
    void addressGoesBeforeAcceptance(String query, String accept, String type) {
        assertThat(server.get(THINGS + query, "Accept", accept).header("Content-Type"))
                .startsWith(type);
    }

    @Test
    void otherFormIsRefusedByName() {
        Reply reply = server.get(THINGS + "?format=pdf");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("\"field\":\"format\"");
    }

    @Test
    void listThatBreaksOnTheWayIsAProblemAndNotHalfAFile() throws Exception {
        breaksAfter = 2_000;
        Reply reply = server.get(THINGS + "?format=xlsx");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.header("Content-Disposition")).isNull();
    }

    @Test
    void noFileIsLeftBehindAndPlacesAreGivenBack() throws Exception {
        long before = files();
        for (int i = 0; i < 10; i++) {
            assertThat(server.get(THINGS + "?format=csv").status()).isEqualTo(200);
        }
        breaksAfter = 1_000;
        server.get(THINGS + "?format=csv");

        await().untilAsserted(() -> assertThat(files()).isEqualTo(before));
        assertThat(server.meters
                        .get("ronda.http.exports")
                        .tag("format", "csv")
                        .counter()
                        .count())
                .isEqualTo(10);
    }

    private static long files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().matches("ronda-\\d+\\.(csv|xlsx)"))
                    .count();
        }
    }

    @Test
    void compressedFileIsTheSame() throws Exception {
        Reply reply = server.get(THINGS + "?format=csv", "Accept-Encoding", "gzip");

        assertThat(reply.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(reply.status()).isEqualTo(200);
    }
}
