package id.ronda.kernel.database;

import java.util.Map;
import java.util.Optional;

/**
 * Which database, and how much of it.
 *
 * @param url JDBC URL with user and password of the working role; empty for the embedded database
 * @param ownerUrl JDBC URL of the same database for migrations; empty to migrate with {@code url}, which is warned about
 * @param ingestConnections connections for storing what is measured
 * @param editConnections connections for reads and edits
 * @param ingestQueue how many may wait for the first
 * @param editQueue how many may wait for the second
 */
public record DatabaseConfig(
        Optional<String> url,
        Optional<String> ownerUrl,
        int ingestConnections,
        int editConnections,
        int ingestQueue,
        int editQueue) {

    /** The embedded database with 2 connections for the ingest and 8 for the rest. */
    public static DatabaseConfig embedded() {
        return new DatabaseConfig(Optional.empty(), Optional.empty(), 2, 8, 64, 256);
    }

    Map<Lane, LaneBounds> bounds() {
        return Map.of(
                Lane.INGEST, LaneBounds.of(ingestConnections, ingestQueue),
                Lane.EDITS, LaneBounds.of(editConnections, editQueue));
    }
}
