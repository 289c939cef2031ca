package id.ronda.simulator;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of recordings, which is no part of the repository. */
final class RecordingFolder {
    private RecordingFolder() {}

    /** The folder; skips the test where there is none, or fails it where tools are required. */
    static Path orSkip() {
        String named = System.getProperty("ronda.recordings", "");
        if (!named.isBlank() && Files.isDirectory(Path.of(named))) {
            return Path.of(named);
        }
        String reason = "no folder of recordings: -Dronda.recordings=" + named;
        return Boolean.getBoolean("ronda.tools.required") ? fail(reason) : abort(reason);
    }
}
