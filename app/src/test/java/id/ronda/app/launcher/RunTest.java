package id.ronda.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunTest {

    @TempDir
    Path folder;

    @Test
    void arguments_arePassedUnchanged() throws Exception {
        var launcher = new LauncherFixture(folder).installed();
        launcher.jdk("a", "21");

        var ran = launcher.run("probe", "two words", "*", "", "--json");

        assertThat(ran.status()).isZero();
        assertThat(ran.answer()).endsWith("probe", "two words", "*", "", "--json");
        assertThat(ran.progress()).isEmpty();
    }

    @Test
    void symbolicLinks_leadToTheProgram() throws Exception {
        var launcher = new LauncherFixture(folder).installed();
        launcher.jdk("a", "21");
        Path away = Files.createDirectories(folder.resolve("else where/bin"));
        Files.createSymbolicLink(away.resolve("r1"), Path.of("../../the project/ronda"));
        Path link = Files.createSymbolicLink(folder.resolve("r2"), away.resolve("r1"));

        assertThat(launcher.start(link, "demo").end().answer())
                .containsSubsequence("-jar", launcher.root.toRealPath() + "/app.jar", "demo");
    }

    @Test
    void optionsOfTheOperator_comeLastAndMayChooseTheCollector() throws Exception {
        var launcher = new LauncherFixture(folder).installed();
        launcher.jdk("a", "21");

        var answer = launcher.run(List.of("RONDA_JAVA_OPTIONS=-Xmx3g -XX:+UseZGC"), "serve")
                .answer();

        assertThat(answer).containsSubsequence("-Xmx1g", "-Xmx3g", "-XX:+UseZGC", "-jar");
        assertThat(answer).filteredOn(option -> option.matches("-XX:.Use.*GC")).containsExactly("-XX:+UseZGC");
    }

    @Test
    void optionThatOnlyNewJavaKnows_isNotGivenToAnOlderOne() throws Exception {
        var launcher = new LauncherFixture(folder).installed();
        launcher.jdk("a", "21");
        assertThat(launcher.run("probe").answer()).noneMatch(option -> option.contains("unsafe"));

        launcher.jdk("b", "25");
        assertThat(launcher.run("probe").answer()).contains("--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void exitStatus_isThatOfTheProgram() throws Exception {
        var launcher = new LauncherFixture(folder).installed();
        launcher.jdk("a", "21", "exit 7");

        assertThat(launcher.run("probe").status()).isEqualTo(7);
    }

    @Test
    void sigterm_reachesTheProgram() throws Exception {
        var launcher = new LauncherFixture(folder).installed();
        launcher.jdk("a", "21", "trap 'echo stopped; exit 0' TERM; : > ../running; while :; do sleep 0.05; done");

        var started = launcher.start(launcher.root.resolve("ronda"), "serve");
        await().until(() -> Files.exists(folder.resolve("running")));
        started.process().toHandle().destroy();

        assertThat(started.end()).isEqualTo(new LauncherFixture.Ran(0, List.of("stopped"), List.of()));
    }
}
