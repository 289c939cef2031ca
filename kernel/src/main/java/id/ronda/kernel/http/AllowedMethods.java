package id.ronda.kernel.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds which methods a path has routes for. */
final class AllowedMethods {

    private AllowedMethods() {}

    static String of(Router router, String path) {
        return router.getRoutes().stream()
                .filter(route -> matches(route, path))
                .map(Route::methods)
                .filter(Objects::nonNull)
                .flatMap(methods -> methods.stream().map(HttpMethod::name))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Compares segment by segment, where a segment with a colon stands for any one. */
    private static boolean matches(Route route, String path) {
        if (route.getPath() == null || !route.isExactPath()) {
            return false;
        }
        String[] pattern = route.getPath().split("/", -1);
        String[] segments = path.split("/", -1);
        boolean same = pattern.length == segments.length;
        for (int i = 0; same && i < pattern.length; i++) {
            same = pattern[i].startsWith(":") || pattern[i].equals(segments[i]);
        }
        return same;
    }
}
