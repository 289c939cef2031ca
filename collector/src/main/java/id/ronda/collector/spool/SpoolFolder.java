package id.ronda.collector.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a spool: {@code spool.id}, one file a segment named by its number, and a reserve that is given back to
 * the disk when a loss must be written while nothing else fits any more.
 */
final class SpoolFolder {

    static final String SAMPLES = ".segment";
    static final String LOSSES = ".losses";
    private static final String DAMAGED = ".damaged";
    private static final String UNFINISHED = ".unfinished";
    private static final Pattern NAME = Pattern.compile("(\\d{19})(?:\\.segment|\\.losses)");

    /** Opens files for writing; tests give one whose disk is full. */
    @FunctionalInterface
    interface Opener {
        FileChannel open(Path path) throws IOException;
    }

    private final Path directory;
    private final UUID id;
    private final Opener opener;

    private SpoolFolder(Path directory, UUID id, Opener opener) {
        this.directory = directory;
        this.id = id;
        this.opener = opener;
    }

    /** Opens the folder, making it and its id when it is new. */
    static SpoolFolder open(Path directory, Supplier<UUID> newId, Opener opener) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve("spool.id");
        if (!Files.exists(file)) {
            Path draft = directory.resolve("spool.id" + UNFINISHED);
            Files.writeString(draft, newId.get() + "\n");
            force(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            force(directory);
        }
        return new SpoolFolder(directory, idIn(file), opener);
    }

    private static UUID idIn(Path file) throws IOException {
        String text = Files.readString(file).strip();
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    file + " holds no id but '" + text + "': move the spool's folder away; a new one is made", e);
        }
    }

    static FileChannel openForWriting(Path path) throws IOException {
        return FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    UUID id() {
        return id;
    }

    /** Numbers and paths of all segments, oldest first; drafts of losses that were not finished are deleted. */
    List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            for (Path draft :
                    all.stream().filter(p -> p.toString().endsWith(UNFINISHED)).toList()) {
                Files.delete(draft);
            }
            return all.stream()
                    .filter(p -> NAME.matcher(name(p)).matches())
                    .sorted(Comparator.comparing(SpoolFolder::name))
                    .toList();
        }
    }

    static long number(Path segment) {
        Matcher matcher = NAME.matcher(name(segment));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(segment + " is no spool segment");
        }
        return Long.parseLong(matcher.group(1));
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    /** Begins a new segment; its name is on the disk before anything older may be deleted. */
    SegmentWriter begin(long number) throws IOException {
        Path path = path(number, SAMPLES);
        SegmentWriter writer = new SegmentWriter(new SegmentHeader(id, number, number), path, opener.open(path));
        force(directory);
        return writer;
    }

    /** Writes a whole segment of losses that stands for {@code [from, number]}; it appears under its name only when it is whole. */
    Segment writeLosses(long from, long number, List<SpoolRecord> records) throws IOException {
        Path path = path(number, LOSSES);
        Path draft = directory.resolve(name(path) + UNFINISHED);
        Segment drafted;
        try (SegmentWriter writer = new SegmentWriter(new SegmentHeader(id, number, from), draft, opener.open(draft))) {
            for (SpoolRecord spoolRecord : records) {
                writer.append(spoolRecord);
            }
            drafted = writer.seal();
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        force(directory);
        return new Segment(
                number, from, path, drafted.bytes(), drafted.oldestSlot(), drafted.newestSlot(), drafted.samples());
    }

    /** Keeps a segment under a name that is no segment's: people may look at it, the spool does not any more. */
    Path setAside(Path segment) throws IOException {
        Path aside = directory.resolve(name(segment) + DAMAGED);
        Files.move(segment, aside, StandardCopyOption.ATOMIC_MOVE);
        force(directory);
        return aside;
    }

    void delete(Path segment) throws IOException {
        Files.deleteIfExists(segment);
    }

    /** Takes the reserved space on the disk, if it is not there yet. */
    void reserve(int bytes) throws IOException {
        Path reserve = directory.resolve("reserve");
        if (Files.exists(reserve) && Files.size(reserve) >= bytes) {
            return;
        }
        try (FileChannel channel = opener.open(reserve)) {
            // Written, not only announced: a sparse file reserves nothing.
            channel.write(ByteBuffer.allocate(bytes), 0);
            channel.force(true);
        }
    }

    /** Gives the reserved space back to the disk. */
    void giveUpReserve() throws IOException {
        Files.deleteIfExists(directory.resolve("reserve"));
    }

    long usableBytes() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    private Path path(long number, String ending) {
        return directory.resolve(String.format(Locale.ROOT, "%019d%s", number, ending));
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
