package id.ronda.app.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process and what it started. The database server detaches itself from its parent, so it is known by its working
 * directory, which is its data folder.
 *
 * @param root the process
 * @param data the data folder it was given
 */
public record ProcessTree(ProcessHandle root, Path data) {

    /** Kills all of it at once, as a power cut would, and returns when none is left. */
    void kill() {
        var all = Stream.of(Stream.of(root), root.descendants(), servers().stream())
                .flatMap(part -> part)
                .distinct()
                .filter(ProcessHandle::isAlive)
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    /** The processes of the database server in the data folder. */
    List<ProcessHandle> servers() {
        Path folder = data.resolve("postgres").resolve("data").toAbsolutePath();
        return ProcessHandle.allProcesses()
                .filter(process -> livesIn(folder, process.pid()))
                .toList();
    }

    private static boolean livesIn(Path folder, long pid) {
        try {
            return Files.isSameFile(Path.of("/proc", String.valueOf(pid), "cwd"), folder);
        } catch (IOException e) {
            // It has ended, or is not ours to see.
            return false;
        }
    }
}
