package id.ronda.collector;

import id.ronda.kernel.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of this machine's disk the time series may reckon with. */
final class DiskShare {

    private DiskShare() {}

    /**
     * The free bytes of the disk and those the database takes already, so that a restart finds the same sum. A database
     * that does not run in that folder is on a disk nobody here can see: then there is no bound.
     *
     * @param postgres where the embedded database lies, if there is one
     */
    static long bytes(Path postgres, Database database) throws IOException {
        // The server's own lock file: it is there exactly while the embedded server runs.
        if (!Files.exists(postgres.resolve("data").resolve("postmaster.pid"))) {
            return Long.MAX_VALUE;
        }
        return sum(Files.getFileStore(postgres).getUsableSpace(), database.bytes());
    }

    static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
