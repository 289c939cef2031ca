package id.ronda.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The product as a process of its own: started until it says that it is ready, stopped or killed with everything it
 * started.
 */
public final class TestingRonda implements AutoCloseable {

    private final RondaProcess process;
    private final ProcessTree tree;
    private final Path token;
    private final Path errors;
    private final Duration untilReady;

    private TestingRonda(RondaProcess process, Path data, Path token, Path errors, Duration untilReady) {
        this.token = token;
        this.process = process;
        this.tree = new ProcessTree(process.process().toHandle(), data);
        this.errors = errors;
        this.untilReady = untilReady;
    }

    /**
     * Starts {@code serve} or {@code demo} on a free port.
     *
     * @param data its data folder; what it writes to stderr goes into a file beside it
     * @throws AssertionError when it does not become ready, with what it wrote
     */
    public static TestingRonda start(Path data, String command, String... options) {
        var arguments = new ArrayList<>(List.of(command, "--data", data.toString(), "--port", "0"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--token-file", tokenFile(data).toString()));
        Path errors = data.resolveSibling(data.getFileName() + ".stderr");
        long begun = System.nanoTime();
        var process = RondaProcess.start(errors, arguments.toArray(String[]::new));
        return new TestingRonda(process, data, tokenFile(data), errors, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static Path tokenFile(Path data) {
        return data.resolveSibling(data.getFileName() + ".token");
    }

    /** Its API, as its administrator's script asks it. */
    public RondaApi api() {
        return new RondaApi(address(), token());
    }

    /** The status with which the API answers a path to whoever shows that token; empty: to nobody. */
    public int apiStatus(String path, String shown) {
        return api().get(path, shown).status();
    }

    /** The token file that it was told to write. */
    Path tokenFile() {
        return token;
    }

    /** The token in its token file. */
    public String token() {
        try {
            return Files.readString(token).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code ready:} said. */
    public URI address() {
        return URI.create(process.ready());
    }

    /** From the start of the process to {@code ready:}. */
    public Duration untilReady() {
        return untilReady;
    }

    /** All that was written to stderr with this data folder. */
    public String progress() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process and all that it started. */
    public ProcessTree tree() {
        return tree;
    }

    /** {@code kill -9} of the whole process tree. */
    public void kill() {
        tree.kill();
    }

    /** SIGTERM; gives the exit status. */
    public int stop() {
        return process.stop();
    }

    /** Ends it whatever state it is in. */
    @Override
    public void close() {
        tree.kill();
    }
}
