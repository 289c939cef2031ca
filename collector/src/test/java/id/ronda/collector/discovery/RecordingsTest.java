package id.ronda.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.profile.ProfileCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final int SENSORS = 2812;
    private static final int PROCESSORS = 250;

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

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void findsWhatThePeerFinds() throws IOException {
        var discoverer = new Discoverer(ProfileCatalog.shipped());
        var total = new PeerScore();
        var report = new ArrayList<String>();
        var missed = new ArrayList<String>();
        for (Path file : recordings()) {
            var agent = RecordedAgent.of(file);
            var inventory = ((Discovered) discoverer.discover(agent)).inventory();
            var score = PeerScore.of(expectation(file), inventory);
            report.add("%-36s %-22s %-12s %s"
                    .formatted(
                            file.getFileName(),
                            inventory.identity().profile(),
                            inventory.identity().deviceClass().code(),
                            score));
            new WalkExpectation(agent.objects()).check(file.getFileName().toString(), inventory);
            score.missed().forEach(m -> missed.add(file.getFileName() + " " + m));
            total.add(score);
        }
        LoggerFactory.getLogger(RecordingsTest.class).info("{}\n{}", String.join("\n", report), total);
        Files.write(Path.of("target", "recordings-missed.txt"), missed);
        Files.write(Path.of("target", "recordings-score.txt"), report);
        assertThat(missed.stream().filter(m -> m.contains(" port ")).map(RecordingsTest::place))
                .isSubsetOf(portsNotInTheWalk());
        assertThat(total.ports()).isGreaterThanOrEqualTo(PORTS);
        assertThat(total.sensors()).isGreaterThanOrEqualTo(SENSORS);
        assertThat(total.processors()).isGreaterThanOrEqualTo(PROCESSORS);
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

    private static String place(String missed) {
        var index = Pattern.compile("\"ifIndex\":(\\d+)").matcher(missed);
        return missed.substring(0, missed.indexOf(".snmprec")) + " " + (index.find() ? index.group(1) : "");
    }

    /** Ports of the peer that cannot be found, each with its reason, from a file of ours. */
    private static List<String> portsNotInTheWalk() throws IOException {
        try (var file = Objects.requireNonNull(
                RecordingsTest.class.getResourceAsStream("/recordings/ports-not-in-the-walk.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank())
                    .map(l -> l.substring(0, l.indexOf(':')))
                    .toList();
        }
    }

    private static JsonNode expectation(Path recording) throws IOException {
        return JSON.readTree(Files.readString(Path.of(recording.toString().replaceFirst("\\.snmprec$", ".json"))));
    }

    static List<Path> recordings() throws IOException {
        var folder = Path.of(System.getProperty("ronda.recordings", "absent"));
        assumeTrue(Files.isDirectory(folder), "no folder of recordings at " + folder);
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".snmprec")).sorted().toList();
        }
    }
}
