package id.ronda.kernel.tls;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the files of the certificate have changed and gives the server the new one; connections that are open go on. New files
 * that cannot be used change nothing: they are named in the log once, and counted.
 */
public final class CertificateWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
    private static final String RELOADS = "ronda.tls.reloads";

    private final Vertx vertx;
    private final TlsConfig config;
    private final MeterRegistry meters;
    private volatile String known = "";
    private volatile long expiresAt;

    /** A watch that has not looked yet. */
    public CertificateWatch(Vertx vertx, TlsConfig config, MeterRegistry meters) {
        this.vertx = vertx;
        this.config = config;
        this.meters = meters;
    }

    /**
     * Reads the certificate to start with. Blocks.
     *
     * @throws TlsRefused when it cannot be used
     */
    public TlsReading.Read first() {
        known = fingerprint();
        return switch (new TlsFiles(vertx, config).read()) {
            case TlsReading.Refused refused -> throw new TlsRefused(refused.sentence());
            case TlsReading.Read read -> {
                expiresAt = expiry(read.certificate());
                Gauge.builder("ronda.tls.certificate.expiry", this, watch -> watch.expiresAt)
                        .description("when the certificate in use expires, seconds since 1970")
                        .baseUnit("seconds")
                        .strongReference(true)
                        .register(meters);
                yield read;
            }
        };
    }

    /**
     * Looks every so often, until the event loops stop.
     *
     * @param server takes new options while it runs
     */
    public void watch(Duration period, Function<ServerSSLOptions, Future<Boolean>> server) {
        vertx.setPeriodic(
                period.toMillis(),
                tick -> vertx.executeBlocking(this::changed, false)
                        .onSuccess(changed -> changed.ifPresent(reading -> take(reading, server)))
                        .onFailure(e -> LOG.error("the files of the certificate cannot be looked at", e)));
    }

    private Optional<TlsReading> changed() {
        String now = fingerprint();
        if (now.equals(known)) {
            return Optional.empty();
        }
        known = now;
        return Optional.of(new TlsFiles(vertx, config).read());
    }

    private void take(TlsReading reading, Function<ServerSSLOptions, Future<Boolean>> server) {
        switch (reading) {
            case TlsReading.Refused refused -> {
                count(refused.fault().tag());
                LOG.error("the certificate in use stays, for the new one cannot be used: {}", refused.sentence());
            }
            case TlsReading.Read read ->
                server.apply(TlsRules.renewed(read.material()))
                        .onSuccess(done -> taken(read.certificate()))
                        .onFailure(e -> {
                            count("refused");
                            LOG.error("the certificate in use stays, for the server does not take the new one", e);
                        });
        }
    }

    private void taken(X509Certificate certificate) {
        count("loaded");
        expiresAt = expiry(certificate);
        LOG.info(
                "the certificate of {} is in use, valid until {}",
                certificate.getSubjectX500Principal(),
                certificate.getNotAfter().toInstant());
    }

    private void count(String result) {
        meters.counter(RELOADS, "result", result).increment();
    }

    private static long expiry(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().getEpochSecond();
    }

    /** By what is in the files: a renewal may swap links, and times say little. */
    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : config.files()) {
                digest.update(contents(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] contents(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException absent) {
            // Reading it for use names what is wrong; here it is only "other than before".
            return new byte[0];
        }
    }
}
