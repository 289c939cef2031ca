package id.ronda.dashboards.page;

import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.RouteRule;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The files that pages load, kept in memory. Their addresses contain the hash of them all, so that a browser keeps them for
 * ever and never mixes those of two versions; scripts import each other by relative address under the same hash.
 */
final class StaticFiles {

    private static final List<String> NAMES = List.of(
            "css/ronda.css",
            "css/shell.css",
            "css/charts.css",
            "css/dark.css",
            "css/people.css",
            "css/users.css",
            "css/sign-in.css",
            "icon.svg",
            "js/account.js",
            "js/api-form.js",
            "js/chart.js",
            "js/chart-options.js",
            "js/copy.js",
            "js/csv.js",
            "js/device.js",
            "js/device-add.js",
            "js/device-edit.js",
            "js/format.js",
            "js/list.js",
            "js/live.js",
            "js/page.js",
            "js/palette.js",
            "js/refusal.js",
            "js/session.js",
            "js/second-factor.js",
            "js/sign-in.js",
            "js/text.js",
            "js/tokens.js",
            "js/units.js",
            "js/user.js",
            "js/users.js",
            "vendor/htmx/htmx.min.js",
            "vendor/uplot/uPlot.iife.min.js",
            "vendor/uplot/uPlot.min.css");

    private final Map<String, Buffer> files = new LinkedHashMap<>();
    private final String hash;

    StaticFiles() {
        MessageDigest digest = sha256();
        for (String name : NAMES) {
            byte[] content = read(name);
            digest.update(content);
            files.put(name, Buffer.buffer(content));
        }
        hash = HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /** The address of a file. */
    String path(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("no static file '" + name + "': add it to StaticFiles");
        }
        return "/static/" + hash + "/" + name;
    }

    void mount(GuardedRouter router) {
        router.getRegex("/static/(?<hash>[0-9a-f]{16})/(?<name>[A-Za-z0-9/.-]+)", RouteRule.OPEN)
                .handler(this::send);
        router.get("/favicon.ico", RouteRule.OPEN)
                .handler(ctx -> ctx.response()
                        .setStatusCode(302)
                        .putHeader(HttpHeaders.LOCATION, path("icon.svg"))
                        .end());
    }

    private void send(RoutingContext ctx) {
        String name = Objects.requireNonNullElse(ctx.pathParam("name"), "");
        Buffer file = files.get(name);
        if (file == null || !hash.equals(ctx.pathParam("hash"))) {
            ctx.fail(404);
            return;
        }
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType(name))
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .end(file.copy());
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "application/octet-stream";
        };
    }

    private static byte[] read(String name) {
        try (InputStream file = Objects.requireNonNull(
                StaticFiles.class.getResourceAsStream("/id/ronda/dashboards/static/" + name), name)) {
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "cannot read " + name + " from the program's own files: install it again", broken);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
