package id.ronda.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.profile.ProfileCatalog;
import id.ronda.collector.profile.ReadingUnits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Looks at every recorded device of the folder {@code ronda.recordings}: what a peer finds there is compared, its figures printed, and they may
 * only rise.
 */
@Tag("recordings")
class RecordingsTest {
    /** The floors; whoever finds more raises them. */
    private static final int PORTS = 4174;

    private static final int UNITS_COMPARED = 1001;
    private static final int SENSORS = 6209;
    private static final int PROCESSORS = 341;
    private static final int MEMORY = 179;
    private static final int STORAGE = 142;
    private static final int CLASSES_RIGHT = 208;
    private static final int VENDORS_RIGHT = 210;

    /** What a family, told by the beginning of the recording's name, may be. */
    private static final Map<String, Set<String>> CLASSES = Map.ofEntries(
            Map.entry("apc-epdu_epdu1116", Set.of("pdu")),
            Map.entry("apc-inrow", Set.of("environment")),
            Map.entry("apc_ap79", Set.of("pdu")),
            Map.entry("apc_e", Set.of("environment")),
            Map.entry("apc_isx-pdu", Set.of("pdu")),
            Map.entry("apc_masterswitch", Set.of("pdu")),
            Map.entry("apc_s", Set.of("ups")),
            Map.entry("apc_uniflair", Set.of("environment")),
            Map.entry("ciscosb", Set.of("switch")),
            Map.entry("ciscowlc", Set.of("wireless")),
            Map.entry("fortigate", Set.of("firewall")),
            Map.entry("generex-ups", Set.of("ups")),
            Map.entry("himoinsa", Set.of("genset")),
            Map.entry("ios_", Set.of("switch")),
            Map.entry("iosxe_c1100", Set.of("router")),
            Map.entry("iosxe_c8500", Set.of("router")),
            Map.entry("iosxe_c9", Set.of("switch")),
            Map.entry("iosxr", Set.of("router")),
            Map.entry("linux_opensips", Set.of("server")),
            Map.entry("routeros_crs", Set.of("switch")),
            Map.entry("routeros_rb7", Set.of("router")),
            Map.entry("swos", Set.of("switch")));

    private static final List<String> REASONS = listed("misses.txt");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void findsWhatThePeerFinds() throws IOException {
        var discoverer = new Discoverer(ProfileCatalog.shipped());
        var identities = new PeerIdentity();
        var total = new PeerScore();
        var report = new ConformanceReport();
        var missed = new ArrayList<String>();
        int classes = 0;
        int vendors = 0;
        for (Path file : recordings()) {
            String name = name(file);
            var agent = RecordedAgent.of(file);
            var inventory = ((Discovered) discoverer.discover(agent)).inventory();
            var expected = expectation(file);
            var score = PeerScore.of(expected, inventory);
            new WalkExpectation(agent.objects()).check(name, inventory);
            report.add(name, inventory, score);
            score.missed().forEach(m -> missed.add(name + " " + m));
            boolean classFits = identities.classFits(expected, inventory.identity());
            boolean vendorFits = identities.vendorFits(expected, inventory.identity());
            classes += classFits ? 1 : 0;
            vendors += vendorFits ? 1 : 0;
            if (!classFits || !vendorFits) {
                missed.add(name + " identity " + inventory.identity());
            }
            total.add(score);
        }
        LoggerFactory.getLogger(RecordingsTest.class).info("classes {}, vendors {}, {}", classes, vendors, total);
        Files.write(Path.of("target", "recordings-missed.txt"), missed);
        ConformanceReport.writeIfAsked(report.text(total));
        assertThat(missed.stream().filter(m -> m.contains(" port ")).map(RecordingsTest::place))
                .isSubsetOf(listed("ports-not-in-the-walk.txt"));
        assertThat(missed.stream()
                        .filter(m -> !m.contains(" port "))
                        .filter(m -> reason(m).isEmpty()))
                .as("misses without a reason in misses.txt")
                .isEmpty();
        assertThat(REASONS.stream().filter(entry -> missed.stream().noneMatch(m -> isFor(entry, m))))
                .as("reasons in misses.txt for what is found")
                .isEmpty();
        assertThat(total.ports()).isGreaterThanOrEqualTo(PORTS);
        assertThat(total.sensors()).isGreaterThanOrEqualTo(SENSORS);
        assertThat(total.processors()).isGreaterThanOrEqualTo(PROCESSORS);
        assertThat(total.memory()).isGreaterThanOrEqualTo(MEMORY);
        assertThat(total.storage()).isGreaterThanOrEqualTo(STORAGE);
        assertThat(classes).isGreaterThanOrEqualTo(CLASSES_RIGHT);
        assertThat(vendors).isGreaterThanOrEqualTo(VENDORS_RIGHT);
        assertThat(ConformanceReport.FILE)
                .as("made anew by -Dronda.docs.write=true")
                .hasContent(report.text(total));
    }

    @Test
    void knowsTheClassOfTheFamiliesItShips() throws IOException {
        var discoverer = new Discoverer(ProfileCatalog.shipped());
        for (Path file : recordings()) {
            var agent = RecordedAgent.of(file);
            String family = file.getFileName().toString();
            for (var known : CLASSES.entrySet()) {
                if (family.startsWith(known.getKey())) {
                    var inventory = ((Discovered) discoverer.discover(agent)).inventory();
                    assertThat(inventory.identity().deviceClass().code())
                            .as(family)
                            .isIn(known.getValue());
                }
            }
        }
    }

    private static Optional<String> reason(String missed) {
        return REASONS.stream().filter(entry -> isFor(entry, missed)).findFirst();
    }

    /** Whether an entry, recording and what of it, speaks of that miss. */
    private static boolean isFor(String entry, String missed) {
        String what = entry.substring(entry.indexOf(' ') + 1);
        return missed.startsWith(entry.substring(0, entry.indexOf(' ') + 1))
                && (missed.contains("\"oid\":\"" + what + ".")
                        || missed.contains("\"oid\":\"" + what + "\"")
                        || missed.contains(" " + what));
    }

    @Test
    void noReadingHasAWrongUnit() throws IOException {
        var discoverer = new Discoverer(ProfileCatalog.shipped());
        var units = new ReadingUnits();
        var findings = new ArrayList<String>();
        for (Path file : recordings()) {
            var agent = RecordedAgent.of(file);
            var inventory = ((Discovered) discoverer.discover(agent)).inventory();
            units.findings(inventory.readings(), agent.objects()).forEach(f -> findings.add(name(file) + ": " + f));
        }
        assertThat(findings).isEmpty();
        assertThat(units.compared()).isGreaterThanOrEqualTo(UNITS_COMPARED);
    }

    private static String place(String missed) {
        var index = Pattern.compile("\"ifIndex\":(\\d+)").matcher(missed);
        return missed.substring(0, missed.indexOf(' ')) + " " + (index.find() ? index.group(1) : "");
    }

    /** What a file of ours lists, each with its reason after a colon. */
    static List<String> listed(String file) {
        try (var text = Objects.requireNonNull(RecordingsTest.class.getResourceAsStream("/recordings/" + file))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank())
                    .map(l -> l.substring(0, l.indexOf(": ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path recording) {
        return recording.getFileName().toString().replaceFirst("\\.snmprec$", "");
    }

    static JsonNode expectation(Path recording) throws IOException {
        return JSON.readTree(Files.readString(Path.of(recording.toString().replaceFirst("\\.snmprec$", ".json"))));
    }

    static Path folder() {
        return Path.of(System.getProperty("ronda.recordings", "absent"));
    }

    static List<Path> recordings() throws IOException {
        assumeTrue(Files.isDirectory(folder()), "no folder of recordings at " + folder());
        try (var files = Files.list(folder())) {
            return files.filter(f -> f.toString().endsWith(".snmprec")).sorted().toList();
        }
    }
}
