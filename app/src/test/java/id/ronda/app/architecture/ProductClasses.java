package id.ronda.app.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The product's classes, seen twice: by the scan that the rules judge, and as files on the class path. */
final class ProductClasses {

    static final String ROOT = "id.ronda";

    /** What the rules judge: everything of ours but tests. */
    static final JavaClasses SCANNED = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final Pattern OURS = Pattern.compile("/?(id/ronda/.*)\\.class");

    private ProductClasses() {}

    /** The names of all our classes on the class path, counted without the scan. */
    static Set<String> onTheClassPath() {
        var names = new TreeSet<String>();
        Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(Path::of)
                .filter(entry -> Files.exists(entry) && !entry.endsWith("test-classes"))
                .forEach(entry -> names.addAll(classesOf(entry)));
        return names;
    }

    private static Set<String> classesOf(Path entry) {
        try {
            if (Files.isDirectory(entry)) {
                return classesBelow(entry);
            }
            try (var jar = FileSystems.newFileSystem(entry)) {
                return classesBelow(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + entry + " of the class path", e);
        }
    }

    private static Set<String> classesBelow(Path folder) throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            files.map(file -> OURS.matcher(folder.relativize(file).toString()))
                    .filter(file -> file.matches())
                    .forEach(file -> names.add(file.group(1).replace('/', '.')));
        }
        return names;
    }
}
