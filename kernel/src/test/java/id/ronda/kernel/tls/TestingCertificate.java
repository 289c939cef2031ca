package id.ronda.kernel.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate that signs itself, with its key. */
public final class TestingCertificate {

    public static final String PASSWORD = "rahasia-uji";

    private final KeyPair pair;
    private final X509Certificate certificate;

    private TestingCertificate(KeyPair pair, X509Certificate certificate) {
        this.pair = pair;
        this.certificate = certificate;
    }

    /** For 127.0.0.1 and localhost, with a name to tell it from others. */
    public static TestingCertificate named(String name) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            return signed(name, keys.generateKeyPair(), "SHA256withECDSA");
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with an RSA key. */
    public static TestingCertificate rsa(String name) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return signed(name, keys.generateKeyPair(), "SHA256withRSA");
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestingCertificate signed(String name, KeyPair pair, String algorithm)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name subject = new X500Name("CN=" + name);
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                subject,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(1, ChronoUnit.HOURS)),
                Date.from(now.plus(1, ChronoUnit.DAYS)),
                subject,
                pair.getPublic());
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.dNSName, "ronda.example.go.id"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        }));
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
        return new TestingCertificate(pair, certificate);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Writes both files, each at once. */
    public TlsConfig.Pem writePem(Path folder) {
        TlsConfig.Pem files = new TlsConfig.Pem(folder.resolve("server.crt"), folder.resolve("server.key"));
        writeCertificate(files.certificate());
        writeKey(files.key());
        return files;
    }

    public void writeCertificate(Path file) {
        write(file, pem(certificate));
    }

    public void writeKey(Path file) {
        try {
            write(file, pem(new JcaPKCS8Generator(pair.getPrivate(), null)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public TlsConfig.Pkcs12 writePkcs12(Path folder) {
        TlsConfig.Pkcs12 files = new TlsConfig.Pkcs12(folder.resolve("server.p12"), folder.resolve("password"));
        write(files.password(), PASSWORD + "\n");
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
            write(files.file(), "");
            try (OutputStream out = Files.newOutputStream(files.file())) {
                store.store(out, PASSWORD.toCharArray());
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    private static String pem(Object object) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
