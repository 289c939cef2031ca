package id.ronda.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JavaChoiceTest {

    @TempDir
    Path folder;

    private LauncherFixture launcher;

    @BeforeEach
    void install() throws IOException {
        launcher = new LauncherFixture(folder).installed();
    }

    @Test
    void newestJdk_isTaken() throws Exception {
        launcher.jdk("older", "21.0.4");
        launcher.jdk("newest", "99");
        launcher.jdk("newer", "25.0.1");
        launcher.jdk("old", "1.8.0_432");

        assertThat(launcher.run("probe").answer()).startsWith("java of newest");
    }

    @Test
    void namedJdk_winsOverANewerOne() throws Exception {
        Path named = launcher.jdk("named", "21");
        launcher.jdk("newest", "99");

        assertThat(launcher.run(List.of("RONDA_JAVA_HOME=" + named), "probe").answer())
                .startsWith("java of named");
    }

    @Test
    void javaHome_isLookedAt() throws Exception {
        Path home = launcher.jdk("home", "22-ea");

        assertThat(launcher.run(List.of("JAVA_HOME=" + home, "RONDA_JAVA_FOLDERS=" + folder), "probe")
                        .answer())
                .startsWith("java of home");
    }

    @Test
    void javaOnThePath_isFollowedToItsHome() throws Exception {
        Path home = launcher.jdk("linked", "23");
        Files.createSymbolicLink(folder.resolve("bin/java"), home.resolve("bin/java"));

        assertThat(launcher.run(List.of("RONDA_JAVA_FOLDERS=" + folder), "probe")
                        .answer())
                .startsWith("java of linked");
    }

    @Test
    void homeWithoutReleaseFile_isAsked() throws Exception {
        Path home = launcher.jdk(
                "talking",
                "0",
                "[ \"$1\" = -version ] && echo 'openjdk version \"24.0.2\" 2025-07-15' >&2 || echo run");
        Files.delete(home.resolve("release"));

        assertThat(launcher.run("probe").answer()).containsExactly("run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_432", "17.0.15", "20", ""})
    void onlyAnOldJdk_isRefusedInOneSentence(String version) throws Exception {
        launcher.jdk("old", version);

        assertRefused(launcher.run("probe"));
    }

    @Test
    void noJdk_isRefusedInOneSentence() throws Exception {
        assertRefused(launcher.run("probe"));
    }

    @Test
    void namedJdkThatIsTooOld_isNotReplacedBehindTheBack() throws Exception {
        Path named = launcher.jdk("named", "17");
        launcher.jdk("newest", "99");

        assertRefused(launcher.run(List.of("RONDA_JAVA_HOME=" + named), "probe"));
    }

    private static void assertRefused(LauncherFixture.Ran ran) {
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.answer()).isEmpty();
        assertThat(ran.progress())
                .singleElement()
                .asString()
                .contains("perlu JDK 21 atau lebih baru", "needs JDK 21 or newer");
    }
}
