package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Page;
import id.ronda.kernel.http.TestingHttpServer.Reply;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the program hands in is told of exports and refusals, and shows problems to people. */
class SeamsTest {

    private static final Permission READ = () -> "thing.read";
    private static final Caller GUEST = new Caller() {
        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public boolean may(Permission permission) {
            return false;
        }
    };

    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private TestingHttpServer server;

    @BeforeEach
    void open() throws TimeoutException {
        Witness witness = new Witness() {
            @Override
            public void exported(RoutingContext ctx, Export export) {
                seen.add(ctx.normalizedPath() + " " + export);
            }

            @Override
            public void refused(RoutingContext ctx, RouteRule rule) {
                seen.add(ctx.normalizedPath() + " " + rule.text());
            }
        };
        server = new TestingHttpServer(GUEST, witness, SeamsTest::show, router -> {
            router.get("/things", RouteRule.OPEN).handler(ctx -> ListPage.wanted(ctx, wanted -> things(ctx, wanted)));
            router.get("/secret", RouteRule.needs(READ)).handler(ctx -> Answers.json(ctx, 200, seen));
            router.get("/api/v1/secret", RouteRule.needs(READ)).handler(ctx -> Answers.json(ctx, 200, seen));
            router.get("/broken", RouteRule.OPEN).handler(ctx -> ctx.fail(new IllegalStateException("broken")));
        });
    }

    private static void things(RoutingContext ctx, PageRequest.Wanted wanted) {
        Page<String> page =
                wanted.after() == null ? new Page<>(List.of("a", "b"), "b") : new Page<>(List.of("c"), null);
        Answers.page(ctx, page, List.of(new Column<String>("name", thing -> thing)));
    }

    /** A page that cannot show what is broken. */
    private static void show(RoutingContext ctx, Problem problem) {
        if (problem.status() == 500) {
            throw new IllegalStateException("the page is broken too");
        }
        String rule = RouteRule.refusing(ctx).map(RouteRule::text).orElse("none");
        ctx.response().setStatusCode(problem.status()).end("<p>" + problem.type() + " " + rule);
    }

    @AfterEach
    void close() throws TimeoutException {
        server.close();
    }

    @Test
    void aListAsAFileIsToldAsJsonItIsNot() {
        assertThat(server.get("/things").status()).isEqualTo(200);
        assertThat(seen).isEmpty();

        assertThat(server.get("/things", "Accept", "text/csv").status()).isEqualTo(200);

        assertThat(seen).containsExactly("/things Export[format=csv, rows=3, more=false]");
    }

    @Test
    void aRefusalIsToldAndAPersonSeesAPageWithTheRule() {
        Reply page = server.get("/secret", "Accept", "text/html");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).isEqualTo("<p>forbidden thing.read");
        assertThat(seen).containsExactly("/secret thing.read");
    }

    @Test
    void scriptsAreAnsweredInJsonWhateverTheyAccept() {
        assertThat(server.get("/secret").header("Content-Type")).isEqualTo(Problems.MEDIA_TYPE);
        assertThat(server.get("/api/v1/secret", "Accept", "text/html").header("Content-Type"))
                .isEqualTo(Problems.MEDIA_TYPE);
        assertThat(server.get("/secret", "Accept", "text/event-stream").header("Content-Type"))
                .isEqualTo(Problems.MEDIA_TYPE);
    }

    @Test
    void aPathThatIsNoneIsAPageToo() {
        Reply page = server.get("/none", "Accept", "text/html");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).isEqualTo("<p>not-found none");
    }

    @Test
    void aPageThatCannotBeMadeEndsInJson() {
        Reply broken = server.get("/broken", "Accept", "text/html");

        assertThat(broken.status()).isEqualTo(500);
        assertThat(broken.header("Content-Type")).isEqualTo(Problems.MEDIA_TYPE);
    }
}
