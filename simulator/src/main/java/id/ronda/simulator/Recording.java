package id.ronda.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/**
 * The walk of a real device, read from a snmprec file: {@code OID|TAG|VALUE} a line.
 *
 * @param name the file's name without its ending: the community, and for v3 the context, under which it is served
 * @param objects what was read, in order
 * @param skipped lines that say nothing that can be served
 */
public record Recording(String name, SequencedMap<Oid, ServedValue> objects, List<SkippedLine> skipped) {
    static final String ENDING = ".snmprec";

    /** A line that was left out, and why. */
    public record SkippedLine(int line, String reason) {}

    /**
     * Reads one file. A broken line never stops the rest.
     *
     * @throws IOException when the file cannot be read
     */
    public static Recording read(Path file) throws IOException {
        String name = file.getFileName().toString();
        // ISO-8859-1 keeps every octet as it stands, whatever the device meant by it.
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        return parse(name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name, lines);
    }

    /** Reads lines; those out of order are sorted, the last of two with one name wins. */
    public static Recording parse(String name, List<String> lines) {
        return new SnmprecParser(name).parse(lines);
    }

    /** The objects as they were recorded, or with time going on. */
    public ObjectTree tree(Replay replay) {
        return switch (replay) {
            case FROZEN -> ObjectTree.of(objects);
            case LIVE -> new LiveReplay(objects).tree();
        };
    }
}
