package id.ronda.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.ProfilesCheck;
import id.ronda.collector.Reading;
import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.profile.ProfileCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/adding-a-device.md: its profile, its recording, its readings. */
class AddingADeviceTest {
    private static final Path PAGE = Path.of("..", "docs", "adding-a-device.md");

    @TempDir
    private Path profiles;

    private String page = "";

    @BeforeEach
    void takeTheProfile() throws IOException {
        page = Files.readString(PAGE);
        Files.writeString(profiles.resolve("example-coldroom.yaml"), block("yaml"));
    }

    private String block(String language) {
        var found =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(found.find()).as("a block of %s in the page", language).isTrue();
        return found.group(1);
    }

    private Inventory look() {
        var agent = RecordedAgent.of(block("snmprec"));
        return ((Discovered) new Discoverer(ProfileCatalog.load(profiles)).discover(agent)).inventory();
    }

    @Test
    void needsNoMoreThanOneFile() {
        assertThat(ProfilesCheck.folder(profiles).findings()).isEmpty();
    }

    @Test
    void tellsWhoItIs() {
        var who = look().identity();

        assertThat(page)
                .contains("class `%s`, by %s, a %s with version %s,"
                        .formatted(who.deviceClass().code(), who.vendor(), who.model(), who.version()));
        assertThat(who.serial()).isEqualTo("00A1");
    }

    @Test
    void readsWhatThePageSays() {
        assertThat(look().readings().stream().map(AddingADeviceTest::row)).containsExactlyInAnyOrderElementsOf(rows());
    }

    private List<String> rows() {
        return page.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Metric"))
                .toList();
    }

    private static String row(Reading reading) {
        String state = reading.state() == null ? "" : reading.state().code() + " ";
        return "| %s | %s | %s | %s | %s|"
                .formatted(reading.metric(), reading.name(), reading.value(), reading.unit(), state);
    }
}
