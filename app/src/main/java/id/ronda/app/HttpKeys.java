package id.ronda.app;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of the server's edge: {@code ronda.http.tls.certificate=server.crt}. Described in docs/operations/edge.md. */
interface HttpKeys {

    /** Names and addresses under which people reach it, beside the address it listens on. */
    Optional<List<String>> names();

    /** How long a connection may wait for a request, and a request for its body. */
    @WithDefault("60s")
    Duration patience();

    /** The certificate. */
    Tls tls();

    /** The proxy in front. */
    Proxy proxy();

    /** What one caller may ask. */
    Limit limit();

    /** PEM in two files, or PKCS #12 with its password in another; neither: plain HTTP. */
    interface Tls {
        /** The certificate, followed by those between it and the root. */
        Optional<Path> certificate();

        /** Its private key. */
        Optional<Path> key();

        /** Both in one file. */
        Optional<Path> pkcs12();

        /** A file whose first line is the password of that. */
        Optional<Path> passwordFile();
    }

    /** Who is believed to speak for others. */
    interface Proxy {
        /** Addresses, or ranges such as 10.0.0.0/24. */
        Optional<List<String>> trusted();

        /** The header that the proxy writes: {@code x-forwarded} or {@code forwarded}. */
        @WithDefault("x-forwarded")
        String header();
    }

    /** Requests at once and a second, and streams at the same time. */
    interface Limit {
        /** At once, for each session and token. */
        @WithDefault("5000")
        int callerBurst();

        /** A second, for each session and token. */
        @WithDefault("500")
        int callerRate();

        /** At once, for each address without a sign-in. */
        @WithDefault("1000")
        int strangerBurst();

        /** A second, for each address without a sign-in. */
        @WithDefault("50")
        int strangerRate();

        /** Pages that listen for events at the same time, for each session and token. */
        @WithDefault("24")
        int streams();
    }
}
