package id.ronda.identity.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of checkpoints, mode 0600, to which lines are only added; each is on the disk before anybody relies on it. */
final class CheckpointFile implements AutoCloseable {

    /** Its name in the folder of the audit trail. */
    static final String NAME = "checkpoints.jsonl";

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFile.class);

    private final FileChannel channel;
    private long end;
    private long lines;
    private String lastHash = ChainHash.ORIGIN;
    private Optional<Checkpoint> last = Optional.empty();

    private CheckpointFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens the file, or makes it. A last line without its end was never relied on and is cut off. */
    static CheckpointFile open(Path folder) throws IOException {
        Path path = folder.resolve(NAME);
        FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        CheckpointFile file = new CheckpointFile(channel);
        try {
            file.readAll(path);
            forceFolder(folder);
            return file;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void readAll(Path path) throws IOException {
        try (CheckpointLines content = CheckpointLines.open(path)) {
            for (Optional<CheckpointLines.Line> next = content.next();
                    next.isPresent() && next.get().whole();
                    next = content.next()) {
                lines = next.get().number();
                lastHash = Checkpoint.hashOf(next.get().text());
                last = Checkpoint.parse(next.get().text());
                end = content.position();
            }
        }
        if (channel.size() > end) {
            LOG.warn("the last line of {} was not written to its end; it is cut off", path);
            channel.truncate(end);
            channel.force(true);
        }
    }

    /** A new file is an edit of its folder, which is forced apart from it. */
    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel listed = FileChannel.open(folder, StandardOpenOption.READ)) {
            listed.force(true);
        }
    }

    /** The last line, if there is one and it is as we write them. */
    Optional<Checkpoint> last() {
        return last;
    }

    /** The number of the last line. */
    long lines() {
        return last.map(Checkpoint::number).orElse(lines);
    }

    /** SHA-256 of the last line, hexadecimal. */
    String lastHash() {
        return lastHash;
    }

    /** Adds a line and forces it to the disk. After a failure the file is as it was before. */
    void append(Checkpoint checkpoint) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((checkpoint.line() + "\n").getBytes(UTF_8));
        try {
            long at = end;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            channel.force(true);
            end = at;
        } catch (IOException e) {
            channel.truncate(end);
            throw e;
        }
        lines = checkpoint.number();
        lastHash = checkpoint.lineHash();
        last = Optional.of(checkpoint);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
