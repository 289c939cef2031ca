package id.ronda.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.profile.ProfileCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private static final int SENSORS = 2796;

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
        assertThat(total.ports()).isGreaterThanOrEqualTo(PORTS);
        assertThat(total.sensors()).isGreaterThanOrEqualTo(SENSORS);
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
