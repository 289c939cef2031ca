package id.ronda.identity.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Reads the last whole line of the file of checkpoints without reading the file: it grows by a line a minute for years. */
final class CheckpointTail {

    /** Holds two lines at least. */
    private static final int BYTES = 4_096;

    private CheckpointTail() {}

    /** The newest checkpoint; empty when there is none, or its line is not as it was written. */
    static Optional<Checkpoint> of(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String tail = tail(file);
        int end = tail.lastIndexOf('\n');
        int begin = end < 0 ? -1 : tail.lastIndexOf('\n', end - 1);
        return end < 0 ? Optional.empty() : Checkpoint.parse(tail.substring(begin + 1, end));
    }

    private static String tail(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long from = Math.max(0, channel.size() - BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
                // Until it is full: a read may give less than was asked for.
            }
            return UTF_8.decode(bytes.flip()).toString();
        }
    }
}
