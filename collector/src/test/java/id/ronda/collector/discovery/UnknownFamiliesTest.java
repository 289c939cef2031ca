package id.ronda.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.collector.Reading;
import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.profile.LoadResult;
import id.ronda.collector.profile.LoadResult.Loaded;
import id.ronda.collector.profile.Profile;
import id.ronda.collector.profile.ProfileCatalog;
import id.ronda.collector.profile.ProfileLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A device whose family no profile knows must still be useful. Ten families at a time, by a seeded hash, lose their profiles: their ports
 * must be as before, and what the standard MIBs tell must be read; of all, four of five must get their class.
 */
@Tag("recordings")
class UnknownFamiliesTest {
    private static final String SEED = "ronda";
    private static final int FOLD = 10;
    private static final double CLASSES = 0.8;
    private static final List<String> STANDARD = List.of("1.3.6.1.2.1.99.1.", "1.3.6.1.2.1.33.1.");

    /** Objects of standard MIBs that a device tells wrongly and only the family's profile can read, each with its reason in the file. */
    private static final Set<String> MENDED = Set.copyOf(RecordingsTest.listed("mended-by-the-family.txt"));

    private final List<LoadResult> shipped = new ProfileLoader().shipped();
    private final Set<String> standards = usedByUnknown();
    private final Discoverer whole = new Discoverer(ProfileCatalog.of(shipped));
    private final PeerIdentity identities = new PeerIdentity();
    private final SoftAssertions softly = new SoftAssertions();
    private final List<String> misjudged = new ArrayList<>();
    private int devices;

    UnknownFamiliesTest() throws IOException {}

    private record Recorded(String name, RecordedAgent agent, JsonNode expected, Inventory before) {}

    @Test
    void areStillOfUse() throws IOException {
        var families = families();
        var names = new ArrayList<>(families.keySet());
        names.sort(Comparator.comparingLong(UnknownFamiliesTest::hash));
        for (int from = 0; from < names.size(); from += FOLD) {
            var lost = Set.copyOf(names.subList(from, Math.min(from + FOLD, names.size())));
            fold(families.entrySet().stream()
                    .filter(family -> lost.contains(family.getKey()))
                    .flatMap(family -> family.getValue().stream())
                    .toList());
        }
        softly.assertAll();
        Files.write(
                Path.of("target", "unknown-families.txt"),
                (misjudged.size() + " of " + devices + " devices without a class that fits:\n"
                                + String.join("\n", misjudged) + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(misjudged).hasSizeLessThanOrEqualTo((int) ((1 - CLASSES) * devices));
    }

    private Map<String, List<Recorded>> families() throws IOException {
        var families = new LinkedHashMap<String, List<Recorded>>();
        for (Path file : RecordingsTest.recordings()) {
            var expected = RecordingsTest.expectation(file);
            var agent = RecordedAgent.of(file);
            families.computeIfAbsent(expected.path("family").asText(), f -> new ArrayList<>())
                    .add(new Recorded(RecordingsTest.name(file), agent, expected, look(whole, agent)));
        }
        return families;
    }

    private static long hash(String family) {
        var sum = new CRC32();
        sum.update((SEED + family).getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    private static Inventory look(Discoverer discoverer, RecordedAgent agent) {
        return ((Discovered) discoverer.discover(agent)).inventory();
    }

    private void fold(List<Recorded> recordings) {
        var lost = new HashSet<String>();
        recordings.forEach(recorded -> lost.add(recorded.before().identity().profile()));
        var discoverer = new Discoverer(ProfileCatalog.of(without(lost)));
        recordings.forEach(recorded -> compare(recorded, look(discoverer, recorded.agent())));
    }

    /** Without the profiles that know a family by its marks; those of standard MIBs, which an unknown device is asked for, stay. */
    private List<LoadResult> without(Set<String> lost) {
        return shipped.stream()
                .filter(file -> !(file instanceof Loaded loaded
                        && lost.contains(loaded.profile().name())
                        && isOfAFamily(loaded.profile())))
                .toList();
    }

    private boolean isOfAFamily(Profile profile) {
        return !standards.contains(profile.name()) && profile.match().stream().anyMatch(rule -> !rule.generic());
    }

    private Set<String> usedByUnknown() {
        return shipped.stream()
                .filter(file ->
                        file instanceof Loaded loaded && loaded.profile().name().equals(ProfileCatalog.UNKNOWN))
                .flatMap(file -> ((Loaded) file).profile().uses().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void compare(Recorded recorded, Inventory found) {
        devices++;
        if (!identities.classFits(recorded.expected(), found.identity())) {
            misjudged.add(recorded.name() + " " + found.identity().deviceClass().code());
        }
        softly.assertThat(found.interfaces())
                .as(recorded.name())
                .isEqualTo(recorded.before().interfaces());
        softly.assertThat(standard(found))
                .as(
                        "readings of %s by standard MIBs, now of profile %s %s",
                        recorded.name(), found.identity().profile(), found.notes())
                .containsAll(expected(recorded));
    }

    /** What the standard MIBs told before; without what the family's profile alone knew how to mend. */
    private Set<String> expected(Recorded recorded) {
        var readings = standard(recorded.before());
        readings.removeIf(reading -> MENDED.contains(recorded.name() + " " + reading));
        return readings;
    }

    private static Set<String> standard(Inventory inventory) {
        var readings = new HashSet<String>();
        for (Reading reading : inventory.readings()) {
            if (STANDARD.stream().anyMatch(reading.oid()::startsWith)) {
                readings.add(reading.metric() + " " + reading.oid());
            }
        }
        return readings;
    }
}
