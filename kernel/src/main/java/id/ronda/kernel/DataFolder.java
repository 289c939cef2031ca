package id.ronda.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which one installation keeps everything that is not in a foreign database, mode 0700. While it is open
 * no other process can open it, and what a demo made is never taken for the real thing or the reverse.
 */
public final class DataFolder implements AutoCloseable {

    /** What a folder was made for. */
    public enum Use {
        /** A virtual regency that may be thrown away. */
        DEMO,
        /** The real thing. */
        SERVE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String LOCK = "ronda.lock";
    private static final String MARKER = "ronda.use";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Opens the folder, and makes it when it is absent or empty.
     *
     * @throws DataFolderLocked when another process has it open
     * @throws DataFolderForeign when it was made for another use, or is full of other things
     */
    public static DataFolder open(Path folder, Use use) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            refuseForeign(path, use);
            PrivateFile.folder(path);
            DataFolder opened = new DataFolder(path, lock(path));
            opened.mark(use);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + path + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Opens a folder that is there already, whatever it was made for; makes nothing.
     *
     * @throws DataFolderLocked when another process has it open
     * @throws DataFolderForeign when it is no data folder
     */
    public static DataFolder existing(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        if (!Files.exists(path.resolve(MARKER))) {
            throw new DataFolderForeign("the folder " + path + " is no data folder of Ronda: give one with --data");
        }
        try {
            return new DataFolder(path, lock(path));
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + path + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static void refuseForeign(Path path, Use use) throws IOException {
        @Nullable
        String madeFor = Files.exists(path.resolve(MARKER))
                ? Files.readString(path.resolve(MARKER)).strip()
                : null;
        if (madeFor != null && !madeFor.equals(use.word())) {
            throw new DataFolderForeign("the data folder " + path + " was made by 'ronda " + madeFor
                    + "', not by 'ronda " + use.word() + "': give another one with --data");
        }
        if (madeFor == null && Files.exists(path) && !isOurs(path)) {
            throw new DataFolderForeign(
                    "the folder " + path + " holds other things: give an empty or a new one with --data");
        }
    }

    /** Empty, or left behind between taking the lock and writing the marker. */
    private static boolean isOurs(Path path) throws IOException {
        try (Stream<Path> content = Files.list(path)) {
            return content.allMatch(file -> file.endsWith(LOCK));
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new DataFolderLocked(path, e);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new DataFolderLocked(path, null);
        }
        return channel;
    }

    private void mark(Use use) throws IOException {
        if (!Files.exists(path.resolve(MARKER))) {
            PrivateFile.write(path.resolve(MARKER), (use.word() + "\n").getBytes(UTF_8));
        }
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** Keys and passwords. */
    public Path keys() {
        return subfolder("keys");
    }

    /** The embedded database. */
    public Path postgres() {
        return subfolder("postgres");
    }

    /** Samples that wait for the database. */
    public Path spool() {
        return subfolder("spool");
    }

    /** Device profiles of this installation. */
    public Path profiles() {
        return subfolder("profiles");
    }

    /** What proves that the audit trail was not rewritten. */
    public Path audit() {
        return subfolder("audit");
    }

    private Path subfolder(String name) {
        Path folder = path.resolve(name);
        try {
            PrivateFile.folder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
        return folder;
    }

    /** Gives the folder free for the next process. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of " + path + " cannot be given back", e);
        }
    }
}
