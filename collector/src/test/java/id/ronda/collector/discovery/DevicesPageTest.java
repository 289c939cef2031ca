package id.ronda.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.profile.ProfileCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/devices.md is that of the profiles; what it says of real devices is that of the recordings, where they are. */
class DevicesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "devices.md");
    private static final Path SEEN = Path.of("src/test/resources/recordings/families-seen.txt");
    private static final String SEEN_HEAD =
            "# How many recordings of real devices each profile recognised: made by DevicesPageTest.\n";

    private final DeviceFamilies families;

    DevicesPageTest() throws IOException {
        families = new DeviceFamilies();
    }

    @Test
    void pageIsThatOfTheProfiles() throws IOException {
        String text = new DevicesPage(families, seen()).text();
        if (Boolean.getBoolean("ronda.docs.write")) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE).as("made anew by -Dronda.docs.write=true").hasContent(text);
    }

    @Test
    @Tag("recordings")
    void familiesSeenAreThoseOfTheRecordings() throws IOException {
        var discoverer = new Discoverer(ProfileCatalog.shipped());
        var counts = new TreeMap<String, Integer>();
        for (Path file : RecordingsTest.recordings()) {
            var found = ((Discovered) discoverer.discover(RecordedAgent.of(file))).inventory();
            counts.merge(found.identity().profile(), 1, Integer::sum);
        }
        counts.remove(ProfileCatalog.UNKNOWN);
        if (Boolean.getBoolean("ronda.docs.write")) {
            Files.writeString(SEEN, SEEN_HEAD + lines(counts));
        }
        assertThat(seen()).as("made anew by -Dronda.docs.write=true").isEqualTo(counts);
    }

    @Test
    void everyFamilyIsOnThePageWithItsAbout() throws IOException {
        String page = Files.readString(PAGE);
        for (var profile : ProfileCatalog.shipped().profiles()) {
            if (!profile.match().isEmpty() && !"unknown".equals(profile.deviceClass())) {
                assertThat(page).contains("| `" + profile.name() + "`: ");
            }
        }
        assertThat(seen().keySet()).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void kindsAreCountedWithThoseOfWhatAProfileUses() {
        assertThat(families.kinds("hwg-ste2")).isEqualTo(Map.of("temperature", 3, "humidity", 1, "states", 3));
        assertThat(families.kinds("apc-rack-access")).containsKeys("states", "temperature", "humidity");
        assertThat(families.standards("linux-netsnmp"))
                .containsExactly("if-mib", "host-resources", "entity-inventory", "entity-sensor", "ucd-snmp");
    }

    private static Map<String, Integer> seen() throws IOException {
        return Files.readAllLines(SEEN).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Integer.valueOf(cells[1])));
    }

    private static String lines(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
