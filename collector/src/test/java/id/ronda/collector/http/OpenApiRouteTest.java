package id.ronda.collector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.ronda.collector.device.TestingDevices;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.testkit.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenApiRouteTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private static CollectorRoutes routes() {
        return TestingApi.routes(new TestingDevices(POSTGRES));
    }

    private static JsonNode document() {
        return TestingApi.API.tree();
    }

    private static Set<String> described() {
        Set<String> described = new TreeSet<>();
        document()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        described.add(method + " " + path.getKey());
                    }
                }));
        return described;
    }

    private static Set<String> mounted() {
        Vertx vertx = Vertx.vertx();
        try {
            Router router = Router.router(vertx);
            var guarded = new GuardedRouter(router, "/masuk");
            routes().mount(guarded);
            TestingApi.API.mount(guarded);
            return router.getRoutes().stream()
                    .filter(route -> route.getPath() != null && route.getPath().startsWith("/api/v1"))
                    .flatMap(route -> route.methods().stream()
                            .map(HttpMethod::name)
                            .map(method -> method.toLowerCase(Locale.ROOT) + " "
                                    + route.getPath().replaceAll(":(\\w+)", "{$1}")))
                    .collect(Collectors.toCollection(TreeSet::new));
        } finally {
            TestingDevices.await(vertx.close());
        }
    }

    @Test
    void everyRouteIsDescribed_andNothingElse() {
        assertThat(described()).isEqualTo(mounted()).hasSize(10);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode document = document();

        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                        .isFalse());
    }

    @Test
    void theDocumentIsServed() throws IOException {
        try (var api = new TestingApi(routes())) {
            var reply = api.get("/api/v1/openapi.yaml");

            assertThat(reply.header("Content-Type")).startsWith("application/yaml");
            assertThat(new YAMLMapper().readTree(reply.text())).isEqualTo(document());
        }
    }
}
