package id.ronda.kernel.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsFilesTest {

    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    Path folder;

    @AfterAll
    static void close() throws TimeoutException {
        VERTX.close().await(5, TimeUnit.SECONDS);
    }

    private static TlsReading read(TlsConfig config) {
        return new TlsFiles(VERTX, config).read();
    }

    private static TlsReading.Refused refused(TlsConfig config, TlsFault fault) {
        TlsReading reading = read(config);
        assertThat(reading).isInstanceOf(TlsReading.Refused.class);
        TlsReading.Refused refused = (TlsReading.Refused) reading;
        assertThat(refused.fault()).as(refused.sentence()).isEqualTo(fault);
        return refused;
    }

    @Test
    void pemOfEitherKindOfKey() {
        for (TestingCertificate made : List.of(TestingCertificate.named("ec"), TestingCertificate.rsa("rsa"))) {
            TlsReading reading = read(made.writePem(folder));

            assertThat(reading)
                    .isInstanceOfSatisfying(
                            TlsReading.Read.class,
                            read -> assertThat(read.certificate()).isEqualTo(made.certificate()));
        }
    }

    @Test
    void pkcs12WithItsPassword() {
        TestingCertificate made = TestingCertificate.named("p12");

        assertThat(read(made.writePkcs12(folder)))
                .isInstanceOfSatisfying(
                        TlsReading.Read.class,
                        read -> assertThat(read.certificate()).isEqualTo(made.certificate()));
    }

    @Test
    void wrongPasswordIsNotToldAndNamesTheFile() {
        TlsConfig.Pkcs12 files = TestingCertificate.named("p12").writePkcs12(folder);
        TestingCertificate.write(files.password(), "keliru-sekali");

        assertThat(refused(files, TlsFault.MALFORMED).sentence())
                .contains("server.p12", "PKCS #12")
                .doesNotContain("keliru-sekali");
    }

    @Test
    void absentFileIsNamed() throws Exception {
        TlsConfig.Pem files = TestingCertificate.named("x").writePem(folder);
        Files.delete(files.certificate());

        assertThat(refused(files, TlsFault.UNREADABLE).sentence())
                .contains(files.certificate().toString(), "http.tls");
    }

    @Test
    void keyOfAnotherCertificateIsAMismatch() {
        TlsConfig.Pem files = TestingCertificate.named("one").writePem(folder);
        TestingCertificate.named("other").writeKey(files.key());

        assertThat(refused(files, TlsFault.MISMATCH).sentence()).contains("server.crt", "server.key");
    }

    @Test
    void keyOfAnotherKindIsNamedByTheReader() {
        TlsConfig.Pem files = TestingCertificate.named("one").writePem(folder);
        TestingCertificate.rsa("other").writeKey(files.key());

        assertThat(refused(files, TlsFault.MALFORMED).sentence()).contains("does not match");
    }

    @Test
    void keyThatOthersMayReadIsRefusedWithTheRemedy() throws Exception {
        TlsConfig.Pem files = TestingCertificate.named("one").writePem(folder);
        Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(refused(files, TlsFault.OPEN_TO_OTHERS).sentence()).contains("chmod 600 " + files.key());
    }

    @Test
    void whatIsNoPemIsMalformed() {
        TlsConfig.Pem files = TestingCertificate.named("one").writePem(folder);
        TestingCertificate.write(
                files.key(), "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");

        assertThat(refused(files, TlsFault.MALFORMED).sentence()).contains("not encrypted", "openssl");
        TestingCertificate.write(files.key(), "");
        refused(files, TlsFault.MALFORMED);
    }
}
