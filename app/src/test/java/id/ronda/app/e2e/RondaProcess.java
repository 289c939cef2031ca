package id.ronda.app.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * One command of Ronda in a JVM of its own, from the test's class path.
 *
 * @param process that runs
 * @param ready what it said behind {@code ready: }
 */
public record RondaProcess(Process process, String ready) implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    /** How a process ended that was not to stay: its status and what it wrote. */
    public record Ended(int status, String answer, String progress) {

        /** The line that says why. */
        public String lastLine() {
            return progress.lines().reduce("", (earlier, later) -> later);
        }
    }

    /**
     * Starts a command that stays, and waits until it says that it is ready.
     *
     * @param errors gets what it writes to stderr, behind what is there
     * @throws AssertionError when it does not become ready, with what it wrote
     */
    public static RondaProcess start(Path errors, String... arguments) {
        try {
            Process process = new ProcessBuilder(commandLine(arguments))
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                    .start();
            var ready = new CompletableFuture<String>();
            Thread.ofPlatform().daemon().name("stdout").start(() -> read(process, ready));
            return new RondaProcess(process, awaitReady(process, ready, errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String awaitReady(Process process, CompletableFuture<String> ready, Path errors) throws IOException {
        try {
            return ready.get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Told to stop and not killed, so that it takes its database with it.
            end(process);
            throw new AssertionError("it did not become ready; it wrote:\n" + Files.readString(errors), e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static void read(Process process, CompletableFuture<String> ready) {
        try (BufferedReader answer = process.inputReader(UTF_8)) {
            for (String line = answer.readLine(); line != null; line = answer.readLine()) {
                if (line.startsWith("ready: ")) {
                    ready.complete(line.substring("ready: ".length()).strip());
                }
            }
            ready.completeExceptionally(new IOException("it ended"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    /** Runs a command that ends by itself. */
    public static Ended run(String... arguments) {
        try {
            Path errors = Files.createTempFile("ronda", ".stderr");
            Process process = new ProcessBuilder(commandLine(arguments))
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

    /** The quick compiler alone: half of the processor time of a short life goes into compiling. */
    private static List<String> commandLine(String... arguments) {
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
        line.addAll(List.of(arguments));
        return line;
    }

    /** SIGTERM; gives the exit status. */
    public int stop() {
        end(process);
        return process.exitValue();
    }

    private static void end(Process process) {
        process.destroy();
        await(process);
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
        process.destroyForcibly();
    }
}
