package id.ronda.kernel.tls;

import java.nio.file.Path;
import java.util.List;

/** Where the server's certificate and its key are. */
public sealed interface TlsConfig {

    /** The files that make it up. */
    List<Path> files();

    /** Those of them that nobody but the owner and his group may read. */
    List<Path> secretFiles();

    /**
     * Two files in PEM.
     *
     * @param certificate the server's certificate, followed by those between it and the root
     * @param key its private key, not encrypted: PKCS#8, or the older forms of RSA and EC
     */
    record Pem(Path certificate, Path key) implements TlsConfig {
        @Override
        public List<Path> files() {
            return List.of(certificate, key);
        }

        @Override
        public List<Path> secretFiles() {
            return List.of(key);
        }
    }

    /**
     * One file in PKCS #12.
     *
     * @param password a file whose first line is the password
     */
    record Pkcs12(Path file, Path password) implements TlsConfig {
        @Override
        public List<Path> files() {
            return List.of(file, password);
        }

        @Override
        public List<Path> secretFiles() {
            return files();
        }
    }
}
