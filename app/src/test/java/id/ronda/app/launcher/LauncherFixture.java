package id.ronda.app.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A folder with a copy of the launcher and a machine around it that holds nothing but what the test put there: a PATH of the
 * few tools that the launcher may use, and no JDK.
 */
final class LauncherFixture {

    /** All that the launcher may ask of a machine, apart from Java and Maven. */
    private static final List<String> TOOLS = List.of(
            "bash",
            "env",
            "sh",
            "find",
            "readlink",
            "awk",
            "tee",
            "mkdir",
            "rm",
            "mv",
            "cat",
            "mktemp",
            "flock",
            "sleep");

    final Path root;
    private final Path bin;
    private final Path jdks;

    LauncherFixture(Path folder) throws IOException {
        root = Files.createDirectories(folder.resolve("the project"));
        bin = Files.createDirectories(folder.resolve("bin"));
        jdks = Files.createDirectories(folder.resolve("jdk s"));
        for (String tool : TOOLS) {
            executable(bin.resolve(tool), "#!/bin/sh\nexec " + onThePath(tool) + " \"$@\"\n");
        }
        executable(root.resolve("ronda"), Files.readString(Path.of(System.getProperty("ronda.project"), "ronda")));
    }

    private static Path onThePath(String tool) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("install " + tool + ": the launcher needs it"));
    }

    /** Makes it an installed package. */
    LauncherFixture installed() throws IOException {
        Files.writeString(root.resolve("app.jar"), "");
        return this;
    }

    /** Makes it a source tree of one module. */
    LauncherFixture sources() throws IOException {
        Files.createDirectories(root.resolve(".mvn"));
        Files.createDirectories(root.resolve("app/src/main"));
        Files.writeString(root.resolve("pom.xml"), "");
        Files.writeString(root.resolve("app/pom.xml"), "");
        Files.writeString(source(), "");
        return this;
    }

    Path source() {
        return root.resolve("app/src/main/Main.java");
    }

    /** A JDK that names itself and its arguments, one a line, when it is run. */
    Path jdk(String name, String version) throws IOException {
        return jdk(name, version, "printf '%s\\n' \"java of " + name + "\" \"$@\"");
    }

    Path jdk(String name, String version, String script) throws IOException {
        Path home = jdks.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/java"), "#!/bin/sh\n" + script + "\n");
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** A Maven that says what it was told, line by line, and then does this in the project. */
    LauncherFixture maven(String version, String script) throws IOException {
        executable(bin.resolve("mvn"), """
                #!/bin/sh
                [ "$1" != -v ] || { echo "Apache Maven %s (nobody)"; exit; }
                echo "$*" >> mvn.calls
                %s
                """.formatted(version, script));
        return this;
    }

    /** A Maven that builds the program, slowly enough to be caught at it. */
    LauncherFixture maven() throws IOException {
        return maven("3.8.7", "sleep 0.3; mkdir -p app/target/run; : > app/target/run/app.jar; echo '[INFO] done'");
    }

    /** What Maven was told, one line a call. */
    List<String> mavenCalls() throws IOException {
        Path calls = root.resolve("mvn.calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    Started start(Path launcher, String... arguments) throws IOException {
        return start(List.of(), launcher, arguments);
    }

    /** Starts the launcher with these variables ("NAME=value") beside PATH and HOME. */
    Started start(List<String> variables, Path launcher, String... arguments) throws IOException {
        var builder = new ProcessBuilder(launcher.toString()).directory(bin.toFile());
        builder.command().addAll(List.of(arguments));
        var environment = builder.environment();
        environment.clear();
        environment.put("PATH", bin.toString());
        environment.put("HOME", bin.toString());
        environment.put("RONDA_JAVA_FOLDERS", jdks.toString());
        variables.forEach(variable -> environment.put(variable.split("=", 2)[0], variable.split("=", 2)[1]));
        Path progress = Files.createTempFile(bin, "stderr", "");
        return new Started(builder.redirectError(progress.toFile()).start(), progress);
    }

    Ran run(String... arguments) throws IOException, InterruptedException {
        return start(root.resolve("ronda"), arguments).end();
    }

    Ran run(List<String> variables, String... arguments) throws IOException, InterruptedException {
        return start(variables, root.resolve("ronda"), arguments).end();
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    /** A launcher that runs. */
    record Started(Process process, Path progress) {

        Ran end() throws IOException, InterruptedException {
            String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the launcher did not end");
            }
            return new Ran(process.exitValue(), answer.lines().toList(), Files.readAllLines(progress));
        }
    }

    /** What a launcher left behind. */
    record Ran(int status, List<String> answer, List<String> progress) {}
}
