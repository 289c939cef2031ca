package id.ronda.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What was measured, on what: each line of figures says it. */
final class BenchSubject {

    private BenchSubject() {}

    /** The first fields of a line of figures. */
    static BenchLine of(String benchmark, String store) {
        return new BenchLine()
                .with("benchmark", benchmark)
                .with("commit", commit())
                .with("cores", Runtime.getRuntime().availableProcessors())
                .with("jdk", Runtime.version().toString())
                .with("store", store)
                .with("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** The commit of the tree that this program lies in, with "-dirty" if it was edited since; "unknown" outside of one. */
    private static String commit() {
        try {
            var program = Path.of(BenchSubject.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*")
                    .directory(program.resolveSibling(".").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var answer = git.inputReader(UTF_8)) {
                var said = answer.readLine();
                return git.waitFor(5, TimeUnit.SECONDS) && git.exitValue() == 0 && said != null ? said : "unknown";
            }
        } catch (IOException | URISyntaxException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
