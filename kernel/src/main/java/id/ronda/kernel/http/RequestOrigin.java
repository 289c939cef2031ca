package id.ronda.kernel.http;

import id.ronda.kernel.net.ProxyTrust;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * From where a request comes and what it asked for, as the client sees it: the one place in which the headers of proxies are read, and
 * only from proxies that are trusted.
 *
 * @param address the client's IP address
 * @param peer the IP address of what is connected here, which may be a proxy
 * @param secure whether the client speaks TLS, to this server or to the proxy
 * @param authority what the client asked for, or null if that cannot be read
 */
public record RequestOrigin(
        String address,
        String peer,
        boolean secure,
        @Nullable HostAndPort authority) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final String KEY = "ronda.origin";

    /** The origin of this request. */
    public static RequestOrigin of(RoutingContext ctx) {
        @Nullable RequestOrigin found = ctx.get(KEY);
        return found == null ? find(ctx.request(), ProxyTrust.NONE) : found;
    }

    /**
     * Whether a page of that origin (RFC 6454) is one of this server, as the client reaches it.
     *
     * @param origin a scheme, a host and a port, or {@code null} in letters
     */
    boolean isWebOrigin(String origin) {
        String scheme = secure ? "https" : "http";
        String prefix = scheme + "://";
        if (authority == null || !origin.regionMatches(true, 0, prefix, 0, prefix.length())) {
            return false;
        }
        @Nullable HostAndPort page = HostAndPort.parseAuthority(origin.substring(prefix.length()), -1);
        return page != null && page.host().equalsIgnoreCase(authority.host()) && port(page) == port(authority);
    }

    private int port(HostAndPort place) {
        return place.port() > 0 ? place.port() : secure ? HTTPS : HTTP;
    }

    /** Finds it before anything else looks at the request. */
    static Handler<RoutingContext> finder(ProxyTrust proxies) {
        return ctx -> {
            ctx.put(KEY, find(ctx.request(), proxies));
            ctx.next();
        };
    }

    private static RequestOrigin find(HttpServerRequest request, ProxyTrust proxies) {
        String peer = request.remoteAddress().hostAddress();
        ProxyTrust.Client client =
                proxies.client(peer, name -> request.headers().getAll(name));
        boolean secure =
                client.scheme() == null ? request.isSSL() : client.scheme().equalsIgnoreCase("https");
        @Nullable
        HostAndPort authority =
                client.host() == null ? authority(request) : HostAndPort.parseAuthority(client.host(), -1);
        return new RequestOrigin(client.address(), peer, secure, authority);
    }

    /** A second Host would let two readers see two hosts (RFC 9112 section 3.2). */
    private static @Nullable HostAndPort authority(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.HOST).size() <= 1 ? request.authority() : null;
    }
}
