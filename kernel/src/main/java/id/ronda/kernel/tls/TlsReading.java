package id.ronda.kernel.tls;

import io.vertx.core.net.KeyCertOptions;
import java.security.cert.X509Certificate;

/** What became of reading the certificate and its key. */
public sealed interface TlsReading {

    /**
     * They fit together.
     *
     * @param material what the server is given
     * @param certificate the server's own
     */
    record Read(KeyCertOptions material, X509Certificate certificate) implements TlsReading {}

    /**
     * They cannot be used.
     *
     * @param sentence which file it is and what to do
     */
    record Refused(TlsFault fault, String sentence) implements TlsReading {}
}
