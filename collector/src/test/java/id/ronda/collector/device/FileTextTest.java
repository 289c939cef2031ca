package id.ronda.collector.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTextTest {

    private static FileText of(String text, @Nullable String before) {
        return FileText.of(text.getBytes(UTF_8), before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "address\n127.0.0.2\u0000\u0000\n"})
    void emptyFilesAndZeroBytesAreTorn(String text) {
        assertThat(of(text, null)).isInstanceOf(FileText.Torn.class);
    }

    @Test
    void aLetterCutInTwoIsTorn() {
        byte[] whole = "address,name\na,café".getBytes(UTF_8);

        assertThat(FileText.of(Arrays.copyOf(whole, whole.length - 1), null)).isInstanceOf(FileText.Torn.class);
    }

    @Test
    void aLineBreakAtTheEndShowsThatAllIsThere() {
        assertThat(of("a\nb\n", null)).isEqualTo(new FileText.Usable("a\nb\n", true));
        assertThat(of("a\n", "a\nb\n")).isEqualTo(new FileText.Usable("a\n", true));
    }

    @Test
    void withoutOneNobodyKnowsAtFirst() {
        assertThat(of("a\nb", null)).isEqualTo(new FileText.Usable("a\nb", false));
    }

    @Test
    void aFileWrittenWithoutOneMayLoseWholeLinesOnly() {
        assertThat(of("a\nb", "a\nb\nc")).isEqualTo(new FileText.Usable("a\nb", true));
        assertThat(of("a\nx", "a\nb\nc")).isEqualTo(new FileText.Usable("a\nx", true));
        assertThat(of("a\nbb", "a\nbbb")).isInstanceOf(FileText.Torn.class);
    }

    @Property(tries = 100)
    void noHeadOfAFileWithLineBreaksPassesUnlessItEndsAtALine(@ForAll @IntRange(min = 0, max = 30) int length) {
        String whole = "address,community\n127.0.0.2,p\n127.0.0.3,q\n";
        String head = whole.substring(0, length);

        assertThat(of(head, whole) instanceof FileText.Usable).isEqualTo(head.endsWith("\n"));
    }
}
