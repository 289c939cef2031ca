package id.ronda.app.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The product as a process of its own, from the test's class path: started until it says that it is ready, stopped or
 * killed with everything it started.
 */
public final class TestingRonda implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final ProcessTree tree;
    private final Process process;
    private final Path errors;
    private final URI address;
    private final Duration untilReady;

    private TestingRonda(Process process, Path data, Path errors, URI address, Duration untilReady) {
        this.tree = new ProcessTree(process.toHandle(), data);
        this.process = process;
        this.errors = errors;
        this.address = address;
        this.untilReady = untilReady;
    }

    /** How a process ended that was not to stay: its status and what it wrote. */
    public record Ended(int status, String answer, String progress) {

        /** The line that says why. */
        public String lastLine() {
            return progress.lines().reduce("", (earlier, later) -> later);
        }
    }

    /**
     * Starts {@code serve} or {@code demo} on a free port.
     *
     * @param data its data folder; what it writes goes into files beside it
     * @throws AssertionError when it does not become ready, with what it wrote
     */
    public static TestingRonda start(Path data, String command, String... options) {
        try {
            return launched(data, command, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestingRonda launched(Path data, String command, String... options) throws IOException {
        Files.createDirectories(data.toAbsolutePath().getParent());
        Path errors = data.resolveSibling(data.getFileName() + ".stderr");
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(commandLine(arguments(data, command, options)))
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        var ready = new CompletableFuture<URI>();
        Thread.ofPlatform().daemon().name("stdout").start(() -> read(process, ready));
        try {
            URI address = ready.get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new TestingRonda(process, data, errors, address, Duration.ofNanos(System.nanoTime() - begun));
        } catch (ExecutionException | TimeoutException e) {
            new ProcessTree(process.toHandle(), data).kill();
            throw new AssertionError(command + " did not become ready; it wrote:\n" + Files.readString(errors), e);
        } catch (InterruptedException e) {
            new ProcessTree(process.toHandle(), data).kill();
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Runs a command that ends by itself. */
    public static Ended run(String... arguments) {
        try {
            Path errors = Files.createTempFile("ronda", ".stderr");
            Process process = new ProcessBuilder(commandLine(List.of(arguments)))
                    .redirectError(errors.toFile())
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
            await(process);
            var ended = new Ended(process.exitValue(), answer, Files.readString(errors));
            Files.delete(errors);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> arguments(Path data, String command, String... options) {
        var arguments = new ArrayList<>(List.of(command, "--data", data.toString(), "--port", "0"));
        arguments.addAll(List.of(options));
        return arguments;
    }

    /** The quick compiler alone: half of the processor time of a short life goes into compiling. */
    private static List<String> commandLine(List<String> arguments) {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(arguments);
        return line;
    }

    private static void read(Process process, CompletableFuture<URI> ready) {
        try (BufferedReader answer = process.inputReader(UTF_8)) {
            for (String line = answer.readLine(); line != null; line = answer.readLine()) {
                if (line.startsWith("ready: ")) {
                    ready.complete(URI.create(line.substring("ready: ".length()).strip()));
                }
            }
            ready.completeExceptionally(new IOException("it ended"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    /** Its API. */
    public RondaApi api() {
        return new RondaApi(address);
    }

    /** What {@code ready:} said. */
    public URI address() {
        return address;
    }

    /** From the start of the process to {@code ready:}. */
    public Duration untilReady() {
        return untilReady;
    }

    /** All it has written to stderr in this folder. */
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
        process.destroy();
        await(process);
        return process.exitValue();
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the process did not end in " + STOP_PATIENCE);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it whatever state it is in. */
    @Override
    public void close() {
        tree.kill();
    }
}
