package id.ronda.kernel.database;

import id.ronda.kernel.Secret;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How the embedded server is set up: safe first, then moderate in memory, then quick. */
final class EmbeddedSettings {

    /** The library turns these off unless told otherwise. */
    static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final Map<String, String> SERVER = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            // No socket file: its path may be too long for the kernel, and TCP asks for the password like it would.
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("max_wal_size", "1GB"),
            Map.entry("wal_compression", "pglz"),
            Map.entry("checkpoint_completion_target", "0.9"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("password_encryption", "scram-sha-256"));

    /** Options of initdb. The built-in locale sorts the same on every machine and needs nothing of it. */
    private static final Map<String, String> INITDB = Map.of(
            "auth", "scram-sha-256",
            "locale-provider", "builtin",
            "builtin-locale", "C.UTF-8",
            "locale", "C");

    private EmbeddedSettings() {}

    static EmbeddedPostgres.Builder builder(EmbeddedFiles files, Secret password, Duration wait) {
        // The library also sweeps this folder for stale data folders: it must not be the one our data is in.
        System.setProperty("ot.epg.working-dir", files.binaries().toString());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(files.binaries().toFile())
                .setPgBinaryResolver(new OwnBinaries())
                .setDataDirectory(files.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setConnectConfig("password", password.reveal())
                .setPGStartupWait(wait);
        SERVER.forEach(builder::setServerConfig);
        DURABILITY.forEach(setting -> builder.setServerConfig(setting, "on"));
        INITDB.forEach(builder::setLocaleConfig);
        return builder.setLocaleConfig("pwfile", files.password().toString());
    }

    /** The library remembers per resolver where it has unpacked; a new one each time keeps every folder complete. */
    private static final class OwnBinaries implements PgBinaryResolver {

        @Override
        public InputStream getPgBinary(String system, String machineHardware) throws IOException {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
        }
    }
}
