package id.ronda.kernel.http;

import id.ronda.kernel.net.ProxyTrust;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before any route sees it: a browser that a foreign page has taken hold of must neither read nor
 * write here.
 */
final class EdgeRules implements Handler<RoutingContext> {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> WRITABLE = Set.of("application/json", "text/csv");
    private static final Set<String> OWN_FETCHES = Set.of("same-origin", "none");

    private final ServerNames names;
    private final ProxyTrust proxies;
    private final boolean clearAbroad;

    EdgeRules(HttpConfig config) {
        names = new ServerNames(config);
        proxies = config.proxies();
        clearAbroad = config.tls().isEmpty() && !ListenRules.isLoopback(config.listen());
    }

    @Override
    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        RequestOrigin from = RequestOrigin.of(ctx);
        Optional<Problem> problem = host(from)
                .or(() -> inTheClear(from))
                .or(() -> origin(request, from))
                .or(() -> mediaType(request));
        if (problem.isEmpty()) {
            ctx.next();
        } else {
            Problems.send(ctx, problem.get());
        }
    }

    /** RFC 9110 section 15.5.20: the request was meant for another host (DNS rebinding brings such ones). */
    private Optional<Problem> host(RequestOrigin from) {
        return from.authority() != null && names.contains(from.authority().host())
                ? Optional.empty()
                : Optional.of(Problem.of(421, "misdirected", names.sentence(), null));
    }

    /** Where plain HTTP is spoken past this machine it is for the proxy that speaks TLS, and for nobody else. */
    private Optional<Problem> inTheClear(RequestOrigin from) {
        return !clearAbroad || proxies.trusts(from.peer()) || ListenRules.isLoopback(from.peer())
                ? Optional.empty()
                : Optional.of(Problem.of(403, "plain-http", "This address is for the proxy alone; use https.", null));
    }

    private static Optional<Problem> origin(HttpServerRequest request, RequestOrigin from) {
        if (READING.contains(request.method())) {
            return Optional.empty();
        }
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        boolean foreign =
                (origin != null && !from.isWebOrigin(origin)) || (site != null && !OWN_FETCHES.contains(site));
        return foreign
                ? Optional.of(Problem.of(403, "foreign-origin", "Another site's page may not write here.", null))
                : Optional.empty();
    }

    /** A form of a foreign page can send neither of the two types; that is why nothing else is taken. */
    private static Optional<Problem> mediaType(HttpServerRequest request) {
        if (READING.contains(request.method()) || (HttpMethod.DELETE.equals(request.method()) && !hasBody(request))) {
            return Optional.empty();
        }
        @Nullable String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && WRITABLE.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(415, "media-type", "The body must be application/json or text/csv.", null));
    }

    private static boolean hasBody(HttpServerRequest request) {
        MultiMap headers = request.headers();
        @Nullable String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return headers.contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }
}
