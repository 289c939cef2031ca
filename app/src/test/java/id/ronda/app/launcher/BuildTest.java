package id.ronda.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BuildTest {

    @TempDir
    Path folder;

    private LauncherFixture launcher;

    @BeforeEach
    void layOut() throws IOException {
        launcher = new LauncherFixture(folder).sources().maven();
        launcher.jdk("a", "21");
    }

    @Test
    void firstRun_buildsQuicklyAndSaysSoOnStderr() throws Exception {
        var ran = launcher.run("demo");

        assertThat(ran.answer()).startsWith("java of a").endsWith("demo");
        assertThat(ran.progress()).first().asString().contains("membangun", "building");
        assertThat(launcher.mavenCalls()).singleElement().asString().contains("-Dquick", "package");
    }

    @Test
    void secondRun_buildsNothing() throws Exception {
        launcher.run("demo");

        assertThat(launcher.run("demo").progress()).isEmpty();
        assertThat(launcher.mavenCalls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "app/pom.xml", "app/src/main/Main.java", ".mvn"})
    void newerSource_isBuilt(String source) throws Exception {
        launcher.run("demo");
        touch(launcher.root.resolve(source));

        assertThat(launcher.run("demo").status()).isZero();
        assertThat(launcher.mavenCalls()).hasSize(2);
    }

    @Test
    void deletedSource_isBuilt() throws Exception {
        launcher.run("demo");
        Files.delete(launcher.source());

        launcher.run("demo");

        assertThat(launcher.mavenCalls()).hasSize(2);
    }

    @Test
    void sourceEditedDuringTheBuild_isBuiltAgain() throws Exception {
        launcher.maven("3.8.7", "sleep 0.1; echo later > app/src/main/Main.java; : > app/target/run/app.jar");
        launcher.run("demo");

        launcher.run("demo");

        assertThat(launcher.mavenCalls()).hasSize(2);
    }

    @Test
    void twoAtOnce_buildOnceAndBothRun() throws Exception {
        var first = launcher.start(launcher.root.resolve("ronda"), "demo");
        var second = launcher.start(launcher.root.resolve("ronda"), "probe");

        assertThat(first.end().answer()).endsWith("demo");
        assertThat(second.end().answer()).endsWith("probe");
        assertThat(launcher.mavenCalls()).hasSize(1);
    }

    @Test
    void launcherKilledWhileBuilding_leavesNoLock() throws Exception {
        launcher.maven("3.8.7", "sleep 0.5; mkdir -p app/target/run; : > app/target/run/app.jar");
        var killed = launcher.start(launcher.root.resolve("ronda"), "demo");
        await().until(() -> !launcher.mavenCalls().isEmpty());
        killed.process().destroyForcibly().waitFor();

        assertThat(launcher.run("demo").answer()).endsWith("demo");
    }

    @Test
    void failedBuild_isStatus1AndRunsNothing() throws Exception {
        launcher.maven("3.8.7", "echo '[ERROR] Main.java:[1,1] no such word'; exit 1");

        var ran = launcher.run("demo");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.answer()).isEmpty();
        assertThat(ran.progress()).contains("[ERROR] Main.java:[1,1] no such word");
        assertThat(ran.progress()).last().asString().contains("gagal membangun", "the build failed");
        assertThat(launcher.run("demo").status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.5", "3.6.3", "2.2.1"})
    void oldMaven_isRefusedInOneSentence(String version) throws Exception {
        launcher.maven(version, "exit 0");

        var ran = launcher.run("demo");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.progress()).last().asString().contains("perlu Apache Maven 3.8.6", "found: " + version);
        assertThat(launcher.mavenCalls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.6", "3.9.0", "3.10.1", "4.0.0-rc-4"})
    void newMaven_isTaken(String version) throws Exception {
        launcher.maven(version, "mkdir -p app/target/run; : > app/target/run/app.jar");

        assertThat(launcher.run("demo").status()).isZero();
    }

    @Test
    void noMaven_isRefusedInOneSentence() throws Exception {
        Files.delete(folder.resolve("bin/mvn"));

        assertThat(launcher.run("demo").progress()).last().asString().contains("pasang", "found: none");
    }

    @Test
    void javaHome_isAnsweredWithoutABuild() throws Exception {
        assertThat(launcher.run("java-home").answer())
                .containsExactly(folder.resolve("jdk s/a").toString());
        assertThat(launcher.mavenCalls()).isEmpty();
    }

    @Test
    void jreWithoutCompiler_isNotEnoughToBuild() throws Exception {
        Files.delete(folder.resolve("jdk s/a/bin/javac"));

        assertThat(launcher.run("demo").progress()).last().asString().contains("needs JDK 21 or newer");
    }

    @Test
    void test_runsAllChecksAndSumsUp() throws Exception {
        launcher.maven("3.8.7", """
                sleep 0.05
                mkdir -p app/target/run app/target/surefire-reports; : > app/target/run/app.jar
                case "$*" in *verify*) echo 'Tests run: 7, Failures: 1, Errors: 0, Skipped: 2, Time elapsed: 1 s' \
                > app/target/surefire-reports/a.txt; exit 1 ;; esac
                """);

        var ran = launcher.run(List.of("RONDA_TOOLS_REQUIRED=true"), "test", "-Dtest=One");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.answer()).containsExactly("ronda test: FAILED: 7 tests, 1 failed, 2 skipped");
        assertThat(launcher.mavenCalls().get(1))
                .contains("verify", "-Pbrowser", "-Dronda.tools.required=true", "-Dtest=One")
                .doesNotContain("-Dquick");
    }

    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }
}
