package id.ronda.kernel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that an earlier process left behind in our data folder: alive when only the process was killed, dying when its
 * postmaster was killed too, or nothing but a lock file whose process id may meanwhile belong to anybody.
 *
 * <p>Every process of a PostgreSQL server has the data folder as its working directory; that, not the number in the lock
 * file, tells who is still in there. (A zombie has none, which is why a killed but unreaped postmaster does not count.)
 */
final class LeftoverServer {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final EmbeddedFiles files;

    LeftoverServer(EmbeddedFiles files) {
        this.files = files;
    }

    /** Stops what is still in the data folder and removes a stale lock file; does nothing when all is clean. */
    void stop() throws IOException {
        if (!Files.exists(files.lockFile()) && inhabitants().isEmpty()) {
            return;
        }
        List<Long> present = inhabitants();
        if (!present.isEmpty()) {
            LOG.info("stopping the database server that an earlier process left behind ({} processes)", present.size());
            shutDown("fast");
            if (!emptied()) {
                shutDown("immediate");
            }
        }
        if (!emptied()) {
            throw new IOException("the processes " + inhabitants() + " of an earlier server do not end; stop them");
        }
        Files.deleteIfExists(files.lockFile());
    }

    private void shutDown(String mode) throws IOException {
        Optional<Path> control = files.program("pg_ctl");
        if (control.isEmpty() || !Files.exists(files.lockFile())) {
            return;
        }
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(
                List.of(control.get().toString(), "stop", "-D", files.data().toString(), "-m", mode, "-W"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean emptied() {
        CompletableFuture<?>[] ends = inhabitants().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process cannot be waited for", e);
        }
        return inhabitants().isEmpty();
    }

    private List<Long> inhabitants() {
        Path data = files.data().toAbsolutePath();
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> livesIn(data, pid))
                .toList();
    }

    private static boolean livesIn(Path data, long pid) {
        try {
            return Files.isSameFile(Path.of("/proc", String.valueOf(pid), "cwd"), data);
        } catch (IOException e) {
            // It has ended meanwhile, or belongs to somebody else: in both cases it is no server of ours.
            return false;
        }
    }
}
