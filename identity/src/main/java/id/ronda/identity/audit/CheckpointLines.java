package id.ronda.identity.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of the file of checkpoints, one after the other, up to the length that it had at the start. */
final class CheckpointLines implements AutoCloseable {

    /** Ten times what a line has; a file that is one endless line must not fill the memory. */
    private static final int LONGEST = 4_096;

    /**
     * One line.
     *
     * @param number from 1
     * @param whole false for a last line without its end: a write that was cut off
     */
    record Line(long number, String text, boolean whole) {}

    private final InputStream file;
    private final long length;
    private long read;
    private long number;

    private CheckpointLines(InputStream file, long length) {
        this.file = file;
        this.length = length;
    }

    /** Opens the file; an absent one has no lines. */
    static CheckpointLines open(Path file) throws IOException {
        return Files.exists(file)
                ? new CheckpointLines(new BufferedInputStream(Files.newInputStream(file)), Files.size(file))
                : new CheckpointLines(InputStream.nullInputStream(), 0);
    }

    /** The next line; a longer one than can be ours comes in pieces. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (read < length && line.size() < LONGEST) {
            int octet = file.read();
            if (octet < 0) {
                break;
            }
            read++;
            if (octet == '\n') {
                return Optional.of(new Line(++number, line.toString(UTF_8), true));
            }
            line.write(octet);
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(new Line(++number, line.toString(UTF_8), false));
    }

    /** How many bytes were read. */
    long position() {
        return read;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
