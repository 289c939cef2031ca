package id.ronda.kernel.tls;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/** Reads a certificate with its key and sees that they can be used. Each file is read once, so that what is checked is what is used. */
public final class TlsFiles {

    private static final List<String> KEY_TYPES = List.of("RSA", "EC", "EdDSA", "Ed25519");

    private final Vertx vertx;
    private final TlsConfig config;

    /** Files that have not been looked at yet. */
    public TlsFiles(Vertx vertx, TlsConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** Reads them. Blocks. */
    public TlsReading read() {
        Optional<TlsReading> open = config.secretFiles().stream()
                .filter(TlsFiles::isOpenToOthers)
                .findFirst()
                .map(file -> new TlsReading.Refused(
                        TlsFault.OPEN_TO_OTHERS, "others may read " + file + "; run chmod 600 " + file));
        return open.orElseGet(this::readMaterial);
    }

    private TlsReading readMaterial() {
        Map<Path, Buffer> contents = new HashMap<>();
        for (Path file : config.files()) {
            try {
                contents.put(file, Buffer.buffer(Files.readAllBytes(file)));
            } catch (NoSuchFileException absent) {
                return unreadable("there is no file " + file);
            } catch (IOException e) {
                return unreadable("the file " + file + " cannot be read (" + e.getMessage() + ")");
            }
        }
        return check(material(contents));
    }

    private static TlsReading unreadable(String what) {
        return new TlsReading.Refused(
                TlsFault.UNREADABLE, what + "; put it there, or correct http.tls in the configuration");
    }

    private KeyCertOptions material(Map<Path, Buffer> contents) {
        return switch (config) {
            case TlsConfig.Pem pem ->
                new PemKeyCertOptions()
                        .setCertValue(contents.get(pem.certificate()))
                        .setKeyValue(contents.get(pem.key()));
            case TlsConfig.Pkcs12 store ->
                new PfxOptions()
                        .setValue(contents.get(store.file()))
                        .setPassword(firstLine(contents, store.password()));
        };
    }

    private static String firstLine(Map<Path, Buffer> contents, Path file) {
        return Objects.requireNonNull(contents.get(file))
                .toString(StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
    }

    private TlsReading check(KeyCertOptions material) {
        try {
            for (KeyManager manager : material.getKeyManagerFactory(vertx).getKeyManagers()) {
                if (manager instanceof X509KeyManager keys) {
                    return check(material, keys);
                }
            }
            return malformed("no key is in it");
        } catch (Exception e) {
            // The readers of keys throw whatever they like, also unchecked, at bytes they do not expect.
            return malformed(String.valueOf(e.getMessage()));
        }
    }

    private TlsReading check(KeyCertOptions material, X509KeyManager keys) throws Exception {
        @Nullable String alias = alias(keys);
        if (alias == null) {
            return malformed("no key is in it");
        }
        PrivateKey key = keys.getPrivateKey(alias);
        X509Certificate certificate = keys.getCertificateChain(alias)[0];
        return KeyPairCheck.fits(key, certificate.getPublicKey())
                ? new TlsReading.Read(material, certificate)
                : new TlsReading.Refused(
                        TlsFault.MISMATCH,
                        "the key does not belong to the first certificate: " + names() + "; give both of one pair");
    }

    private static @Nullable String alias(X509KeyManager keys) {
        return KEY_TYPES.stream()
                .map(type -> keys.getServerAliases(type, null))
                .filter(Objects::nonNull)
                .flatMap(aliases -> List.of(aliases).stream())
                .findFirst()
                .orElse(null);
    }

    private TlsReading malformed(String why) {
        String form = switch (config) {
            case TlsConfig.Pem pem ->
                "it takes PEM, the key not encrypted (openssl pkey -in KEY -out PLAIN decrypts one)";
            case TlsConfig.Pkcs12 store -> "it takes PKCS #12 with the password in the first line of the other file";
        };
        return new TlsReading.Refused(
                TlsFault.MALFORMED,
                "no certificate with its key can be read from " + names() + " (" + why + "); " + form);
    }

    private String names() {
        return String.join(" and ", config.files().stream().map(Path::toString).toList());
    }

    private static boolean isOpenToOthers(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException absent) {
            // Reading it tells what is wrong with it.
            return false;
        }
    }
}
