package id.ronda.kernel.database;

import id.ronda.kernel.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one embedded server.
 *
 * @param folder holds binaries and data
 * @param password the superuser's password
 */
record EmbeddedFiles(Path folder, Path password) {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFiles.class);
    private static final int LINES_BEFORE_PORT = 3;

    Path binaries() {
        return folder.resolve("binaries");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path lockFile() {
        return data().resolve("postmaster.pid");
    }

    /** The server's first process, by the lock file, whose first line is its id; empty when no server is there. */
    Optional<ProcessHandle> postmaster() throws IOException {
        if (!Files.exists(lockFile())) {
            return Optional.empty();
        }
        return Files.readAllLines(lockFile()).stream()
                .limit(1)
                .flatMap(id -> ProcessHandle.of(Long.parseLong(id.strip())).stream())
                .findFirst();
    }

    /** The port of the server that runs, by the fourth line of the lock file; empty when no server is there. */
    Optional<Integer> port() throws IOException {
        if (postmaster().isEmpty()) {
            return Optional.empty();
        }
        return Files.readAllLines(lockFile()).stream()
                .skip(LINES_BEFORE_PORT)
                .limit(1)
                .map(line -> Integer.valueOf(line.strip()))
                .findFirst();
    }

    private Path finished() {
        return folder.resolve("first-start-done");
    }

    /** A program of the unpacked server, if it has been unpacked. */
    Optional<Path> program(String name) throws IOException {
        if (!Files.isDirectory(binaries())) {
            return Optional.empty();
        }
        try (Stream<Path> unpacked = Files.list(binaries())) {
            return unpacked.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    /** Nothing was ever stored before the first start was through, so a half-made data folder may go. */
    void removeUnfinished() throws IOException {
        if (Files.exists(data()) && !Files.exists(finished())) {
            LOG.info("the first start of the embedded database was cut off, making it anew");
            FileUtils.deleteDirectory(data().toFile());
        }
    }

    void markFinished() throws IOException {
        if (!Files.exists(finished())) {
            PrivateFile.write(finished(), new byte[0]);
        }
    }
}
