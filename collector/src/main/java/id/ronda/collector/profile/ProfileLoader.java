package id.ronda.collector.profile;

import id.ronda.collector.profile.LoadResult.Problem;
import id.ronda.collector.profile.LoadResult.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads profile files: those in the program, and those of a folder. A wrong file is reported and the others load. */
public final class ProfileLoader {
    private static final String SHIPPED = "/id/ronda/collector/profiles";
    private static final int LARGEST_FILE = 1 << 20;

    private final ProfileFile reader = new ProfileFile();

    /** The profiles in the program. */
    public List<LoadResult> shipped() {
        URI uri = shippedFolder();
        if (!uri.getScheme().equals("jar")) {
            return folder(Path.of(uri));
        }
        try (var jar = FileSystems.newFileSystem(uri, Map.of())) {
            return folder(jar.getPath(SHIPPED));
        } catch (IOException e) {
            throw new UncheckedIOException("the profiles in the program cannot be read: build it again", e);
        }
    }

    private static URI shippedFolder() {
        try {
            // Asked by a file, because a jar need not have entries for its folders.
            var schema = Objects.requireNonNull(ProfileLoader.class.getResource(SHIPPED + "/" + ProfileFile.SCHEMA))
                    .toURI();
            return new URI(schema.toString().replaceFirst("/" + ProfileFile.SCHEMA + "$", ""));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program lies at a place without a URI", e);
        }
    }

    /** The {@code *.yaml} files of a folder in the order of their names; none if there is no such folder. */
    public List<LoadResult> folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted()
                    .map(this::file)
                    .toList();
        } catch (IOException e) {
            return List.of(unreadable(folder, e));
        }
    }

    private LoadResult file(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                return new Rejected(name(file), List.of(new Problem(0, "larger than 1 MiB")));
            }
            return reader.read(name(file), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return unreadable(file, e);
        }
    }

    private static LoadResult unreadable(Path file, IOException e) {
        return new Rejected(name(file), List.of(new Problem(0, "cannot be read: " + e)));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
