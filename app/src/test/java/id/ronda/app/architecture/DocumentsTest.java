package id.ronda.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents that lead somewhere: links that exist, decisions short enough to be read. */
class DocumentsTest {

    private static final Path PROJECT = Path.of(System.getProperty("ronda.project"));
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");
    private static final int LONGEST_DECISION = 40;

    private List<Path> documents = List.of();

    @BeforeEach
    void list() throws Exception {
        documents = CommittedFiles.of(PROJECT).stream()
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
        assumeFalse(documents.isEmpty(), "not a clone: there is no list of committed files");
    }

    @Test
    void everyLink_leadsToAFile() {
        assertThat(documents)
                .contains(PROJECT.resolve("README.md"))
                .allSatisfy(document -> assertThat(linksOf(document))
                        .allSatisfy(link ->
                                assertThat(document.resolveSibling(link)).exists()));
    }

    @Test
    void everyDecision_isShortAndSaysWhatWasRejected() {
        var decisions = documents.stream()
                .filter(document -> document.startsWith(PROJECT.resolve("docs/adr")))
                .toList();

        assertThat(decisions).hasSizeGreaterThan(10).allSatisfy(decision -> {
            assertThat(Files.readAllLines(decision)).hasSizeLessThanOrEqualTo(LONGEST_DECISION);
            assertThat(decision).content().contains("## Consequences", "## Rejected");
        });
    }

    private static List<String> linksOf(Path document) throws IOException {
        return LINK.matcher(Files.readString(document))
                .results()
                .map(link -> link.group(1))
                .toList();
    }
}
