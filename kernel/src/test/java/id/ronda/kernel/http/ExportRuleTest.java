package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may read a list on the screen may not always carry it away. */
class ExportRuleTest {

    @Test
    void aListAsAFile_isGivenOnlyToThoseWhomTheRuleAdmits() throws Exception {
        Routes things = router -> router.get("/api/v1/things", RouteRule.OPEN)
                .handler(ctx -> ListPage.wanted(
                        ctx,
                        wanted -> Answers.page(
                                ctx,
                                new Page<>(List.of("a"), null),
                                List.of(new Column<String>("name", thing -> thing)))));
        try (var server = TestingHttpServer.givingFiles(RouteRule.SIGNED_IN, things)) {
            String bearer = "Bearer " + server.token.token().reveal();

            assertThat(server.get("/api/v1/things").status()).isEqualTo(200);
            assertThat(server.get("/api/v1/things", "Accept", "text/csv").status())
                    .isEqualTo(403);
            assertThat(server.get("/api/v1/things?format=xlsx").status()).isEqualTo(403);
            assertThat(server.get("/api/v1/things", "Accept", "text/csv", "Authorization", bearer)
                            .body())
                    .contains("name");
        }
    }
}
