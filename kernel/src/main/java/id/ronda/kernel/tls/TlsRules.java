package id.ronda.kernel.tls;

import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.TCPSSLOptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Which TLS is spoken: 1.3, and 1.2 with forward secrecy and authenticated encryption alone (RFC 9325). HTTP/2 where the client can. */
public final class TlsRules {

    private static final Set<String> PROTOCOLS = new LinkedHashSet<>(List.of("TLSv1.3", "TLSv1.2"));
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");
    private static final List<String> APPLICATION_PROTOCOLS = List.of("h2", "http/1.1");
    private static final long SECONDS_TO_SHAKE_HANDS = 10;

    private TlsRules() {}

    /** Sets up a server that is about to start. */
    public static void apply(TCPSSLOptions options, KeyCertOptions material) {
        options.setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(material)
                .setEnabledSecureTransportProtocols(PROTOCOLS)
                .setSslHandshakeTimeout(SECONDS_TO_SHAKE_HANDS)
                .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS);
        CIPHERS.forEach(options::addEnabledCipherSuite);
    }

    /** The same rules with another certificate, for a server that runs. */
    public static ServerSSLOptions renewed(KeyCertOptions material) {
        ServerSSLOptions options = new ServerSSLOptions()
                .setKeyCertOptions(material)
                .setUseAlpn(true)
                .setApplicationLayerProtocols(APPLICATION_PROTOCOLS)
                .setEnabledSecureTransportProtocols(PROTOCOLS)
                .setSslHandshakeTimeout(SECONDS_TO_SHAKE_HANDS)
                .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS);
        CIPHERS.forEach(options::addEnabledCipherSuite);
        return options;
    }
}
