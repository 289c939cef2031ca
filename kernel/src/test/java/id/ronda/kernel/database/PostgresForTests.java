package id.ronda.kernel.database;

import id.ronda.kernel.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** One PostgreSQL for all tests of this JVM; it stops with the JVM. */
final class PostgresForTests {

    private static final EmbeddedPostgres SERVER = start();

    private PostgresForTests() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DatabaseLogin superuser() {
        return new DatabaseLogin(
                "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/postgres", "postgres", new Secret("unused"));
    }

    static Database open(LaneBounds ingest, LaneBounds edits) {
        return Database.open(superuser(), Map.of(Lane.INGEST, ingest, Lane.EDITS, edits), new SimpleMeterRegistry());
    }
}
