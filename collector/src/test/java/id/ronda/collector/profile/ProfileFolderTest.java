package id.ronda.collector.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFolderTest {

    @TempDir
    private Path temp;

    private Path folder = Path.of("");

    @BeforeEach
    void notThereYet() {
        folder = temp.resolve("profiles");
    }

    private ProfileFolder open() {
        return new ProfileFolder(folder, new SimpleMeterRegistry());
    }

    private void write(String name, String content) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), content);
    }

    private static String profile(String sysDescr) {
        return "name: mine\nabout: a test\nclass: ups\nmatch: {sysDescr: " + sysDescr + "}\n";
    }

    private static String match(ProfileFolder profiles, String sysDescr) {
        return profiles.get().match(new Fingerprint("0.0", sysDescr, Map.of())).name();
    }

    @Test
    void takesAFileInThatComesWhileItRuns() throws IOException {
        try (var profiles = open()) {
            write("mine.yaml", profile("Mine"));

            assertThat(profiles.look()).as("it may still be written to").isFalse();
            assertThat(profiles.look()).isTrue();
            assertThat(profiles.look()).as("nothing is new").isFalse();
            assertThat(match(profiles, "Mine")).isEqualTo("mine");
        }
    }

    @Test
    void forgetsAFileThatIsTakenAway() throws IOException {
        write("mine.yaml", profile("Mine"));
        try (var profiles = open()) {
            assertThat(match(profiles, "Mine")).isEqualTo("mine");
            Files.delete(folder.resolve("mine.yaml"));
            profiles.look();

            assertThat(profiles.look()).isTrue();
            assertThat(match(profiles, "Mine")).isNotEqualTo("mine");
        }
    }

    @Test
    void leavesAWrongFileOutAndKeepsTheOthers() throws IOException {
        write("mine.yaml", profile("Mine"));
        try (var profiles = open()) {
            write("wrong.yaml", "name: [\n");
            profiles.look();

            assertThat(profiles.look()).isTrue();
            assertThat(match(profiles, "Mine")).isEqualTo("mine");
            assertThat(profiles.get().rejected()).hasSize(1);
        }
    }

    @Test
    void tellsThoseWhoMustLookAgain() throws IOException {
        var told = new AtomicInteger();
        try (var profiles = open()) {
            profiles.start(told::incrementAndGet);
            write("mine.yaml", profile("Mine"));

            await().atMost(Duration.ofSeconds(20)).until(() -> told.get() == 1);
        }
    }
}
