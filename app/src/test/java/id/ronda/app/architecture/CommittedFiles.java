package id.ronda.app.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that stand under version control, and what none of them may hold. */
final class CommittedFiles {

    /** A closed network has its own mirror, and Maven's settings name it: the project must not. */
    private static final Pattern REGISTRY =
            Pattern.compile("\\b(?:(?:repo\\d?|registry|central|proxy|plugins|oss)\\.(?:[\\w-]+\\.)*(?:org|com|io|net)"
                    + "|(?:pypi|crates|docker|pythonhosted|rubygems)\\.(?:org|io|com))\\b");

    /** What is true on one machine only. */
    private static final Pattern MACHINE = Pattern.compile("(?<![\\w.}])/(?:home|root|Users|work|mnt|tmp)/[\\w.-]+");

    private CommittedFiles() {}

    /** Files of the index and new ones that are not ignored; empty where the project is no clone. */
    static List<Path> of(Path project) throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "ls-files", "-co", "--exclude-standard", "-z")
                .directory(project.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), UTF_8);
        return git.waitFor() != 0
                ? List.of()
                : Stream.of(names.split("\0"))
                        .map(project::resolve)
                        .filter(Files::isRegularFile)
                        .toList();
    }

    /** Every place in these files that names a registry's host or a folder of one machine. */
    static List<String> faults(List<Path> files) throws IOException {
        var faults = new ArrayList<String>();
        for (Path file : files) {
            // One character an octet, so that a picture can be read too and simply matches nothing.
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            Stream.of(REGISTRY, MACHINE)
                    .flatMap(pattern -> pattern.matcher(text).results())
                    .forEach(found -> faults.add(file.getFileName() + ": " + found.group()));
        }
        return faults;
    }
}
