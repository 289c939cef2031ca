package id.ronda.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** The settings of {@code serve} and {@code demo}: in a file {@code ronda.port=8080}, in the environment {@code RONDA_PORT}. */
@ConfigMapping(prefix = "ronda")
public interface ServerConfig {

    /** Folder of all that is kept. */
    @WithDefault("data")
    Path data();

    /** Address to listen on. */
    @WithDefault("127.0.0.1")
    String listen();

    /** Port to listen on; 0 takes a free one. */
    @WithDefault("8080")
    int port();

    /** JDBC URL of the working role; absent: the embedded PostgreSQL. */
    Optional<String> databaseUrl();

    /** JDBC URL of the role that migrates. */
    Optional<String> databaseOwnerUrl();

    /** The key of the sealed secrets; absent: in the data folder. */
    Optional<Path> keyFile();

    /** CSV of devices, watched for changes. */
    Optional<Path> devices();

    /** Takes an administrator's API token at the start, mode 0600. */
    Optional<Path> tokenFile();

    /** The office's time zone: Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT). */
    @WithDefault("Asia/Jakarta")
    ZoneId zone();

    /** Days of raw samples at most; the disk budget may shorten them. */
    @WithDefault("14")
    int rawDays();

    /** GiB of disk for samples and rollups; absent: 20, or half of the free disk if that is less. */
    Optional<Integer> diskBudgetGib();

    /** MiB of disk for samples that wait for the database; absent: 1024, or a fifth of the free disk if that is less. */
    Optional<Integer> spoolMib();

    /** How it is reached. */
    HttpKeys http();

    /** Whom people may sign in with beside their passwords; absent: nobody. */
    Optional<OidcConfig> oidc();
}
