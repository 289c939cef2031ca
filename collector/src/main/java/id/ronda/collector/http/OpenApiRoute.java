package id.ronda.collector.http;

import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Serves the description of the API (OpenAPI 3.1), which is written by hand and checked against the routes. */
final class OpenApiRoute implements Routes {

    static final String RESOURCE = "/id/ronda/collector/openapi.yaml";

    private final Buffer document = Buffer.buffer(read());

    static byte[] read() {
        try (InputStream resource = OpenApiRoute.class.getResourceAsStream(RESOURCE)) {
            return Objects.requireNonNull(resource, RESOURCE + " is missing in the program's own files")
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get("/api/v1/openapi.yaml", RouteRule.OPEN)
                .handler(ctx -> ctx.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml; charset=utf-8")
                        .end(document));
    }
}
