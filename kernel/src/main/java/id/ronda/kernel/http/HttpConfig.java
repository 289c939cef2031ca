package id.ronda.kernel.http;

import id.ronda.kernel.limit.RateLimits;
import id.ronda.kernel.net.ProxyTrust;
import id.ronda.kernel.tls.TlsConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the server listens and what it takes in.
 *
 * @param listen an address of this machine; without TLS and without a trusted proxy only one of loopback
 * @param port the TCP port; 0 takes a free one
 * @param bodyLimit the largest body of a request, in bytes; one of JSON may have 1 MiB at most
 * @param patience how long a connection may wait for its next request, and a request for its body
 * @param tls the certificate; absent: plain HTTP
 * @param names under which people reach the server, beside its own address
 * @param proxies who is believed to speak for others
 * @param limits what one caller may ask
 */
public record HttpConfig(
        String listen,
        int port,
        long bodyLimit,
        Duration patience,
        Optional<TlsConfig> tls,
        List<String> names,
        ProxyTrust proxies,
        RateLimits limits) {

    private static final long FOUR_MEBIBYTES = 4L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public HttpConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
        names = List.copyOf(names);
    }

    /** Plain HTTP without a proxy, with the usual limits. */
    public HttpConfig(String listen, int port, long bodyLimit) {
        this(listen, port, bodyLimit, PATIENCE, Optional.empty(), List.of(), ProxyTrust.NONE, RateLimits.USUAL);
    }

    /** 127.0.0.1:8080 and bodies of up to 4 MiB. */
    public static HttpConfig defaults() {
        return new HttpConfig("127.0.0.1", 8080, FOUR_MEBIBYTES);
    }

    /** The same on another port. */
    public HttpConfig withPort(int other) {
        return new HttpConfig(listen, other, bodyLimit, patience, tls, names, proxies, limits);
    }

    /** The same at another address. */
    public HttpConfig withListen(String other) {
        return new HttpConfig(other, port, bodyLimit, patience, tls, names, proxies, limits);
    }

    /** The same with that patience. */
    public HttpConfig withPatience(Duration other) {
        return new HttpConfig(listen, port, bodyLimit, other, tls, names, proxies, limits);
    }

    /** The same with a certificate. */
    public HttpConfig withTls(TlsConfig certificate) {
        return new HttpConfig(listen, port, bodyLimit, patience, Optional.of(certificate), names, proxies, limits);
    }

    /** The same under those names. */
    public HttpConfig withNames(List<String> others) {
        return new HttpConfig(listen, port, bodyLimit, patience, tls, others, proxies, limits);
    }

    /** The same behind those proxies. */
    public HttpConfig withProxies(ProxyTrust trust) {
        return new HttpConfig(listen, port, bodyLimit, patience, tls, names, trust, limits);
    }

    /** The same with those limits. */
    public HttpConfig withLimits(RateLimits others) {
        return new HttpConfig(listen, port, bodyLimit, patience, tls, names, proxies, others);
    }
}
