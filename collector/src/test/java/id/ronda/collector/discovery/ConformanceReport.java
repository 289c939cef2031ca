package id.ronda.collector.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of docs/conformance.md: what is found in each recording, beside what a peer finds there. */
final class ConformanceReport {
    static final Path FILE = Path.of("..", "docs", "conformance.md");

    private static final String HEAD = """
            # Conformance

            What Ronda finds in walks of real devices, beside what LibreNMS finds in the same walks (found/expected). The walks are not part of the
            project; `RecordingsTest` makes this table from them (`-Dronda.docs.write=true`) and fails when it is not that of its run. What is missed
            and why stands in `collector/src/test/resources/recordings/misses.txt`; where the MIB contradicts the peer, in
            [peer-disagreements.md](peer-disagreements.md).

            | Recording | Profile | Class | Vendor | Model | Version | Ports | Sensors | Processors | Memory | Storage |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private final List<String> rows = new ArrayList<>();

    void add(String recording, Inventory found, PeerScore score) {
        var who = found.identity();
        var cells = new ArrayList<>(List.of(
                recording,
                who.profile(),
                who.deviceClass().code(),
                cell(who.vendor()),
                cell(who.model()),
                cell(who.version())));
        cells.addAll(score.cells());
        rows.add("| " + String.join(" | ", cells) + " |");
    }

    private static String cell(@Nullable String word) {
        return word == null ? "" : word.replace("|", "\\|").replace("<", "&lt;");
    }

    String text(PeerScore total) {
        return HEAD + String.join("\n", rows) + "\n| **all** | | | | | | " + String.join(" | ", total.cells()) + " |\n";
    }

    /** Writes the file if {@code ronda.docs.write} says so. */
    static void writeIfAsked(String text) throws IOException {
        if (Boolean.getBoolean("ronda.docs.write")) {
            Files.writeString(FILE, text);
        }
    }
}
