package id.ronda.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.collector.snmp.SnmpFailure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromTextTest {
    private static final int MOST = 1000;

    @Test
    void readsWhatTheFormatAllows() throws SourceFailed {
        var samples = PromText.parse("""
                # HELP http_requests_total The total.
                # TYPE http_requests_total counter
                http_requests_total{method="post",code="200",} 1027 1395066363000
                msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\""} 1.458255915e9

                metric_without_timestamp_and_labels 12.47\r
                something_weird { problem = "division by zero" , none="" } +Inf -3982045
                nothing NaN
                """, MOST);

        assertThat(samples)
                .containsExactly(
                        new PromSample(
                                "http_requests_total", new TreeMap<>(Map.of("method", "post", "code", "200")), 1027),
                        new PromSample(
                                "msdos_file_access_time_seconds",
                                new TreeMap<>(Map.of(
                                        "path", "C:\\DIR\\FILE.TXT", "error", "Cannot find file:\n\"FILE.TXT\"")),
                                1.458255915e9),
                        new PromSample("metric_without_timestamp_and_labels", new TreeMap<>(), 12.47),
                        new PromSample(
                                "something_weird",
                                new TreeMap<>(Map.of("problem", "division by zero")),
                                Double.POSITIVE_INFINITY),
                        new PromSample("nothing", new TreeMap<>(), Double.NaN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "a",
                "a b",
                "a{ 1",
                "a{b} 1",
                "a{b=\"c} 1",
                "a{b=\"c\",b=\"d\"} 1",
                "a 1 2 3",
                "a 0x10",
                "a 1 soon",
                "9a 1"
            })
    void oneWrongLineRefusesTheText(String wrong) {
        assertThatThrownBy(() -> PromText.parse("good 1\n" + wrong + "\nbetter 2\n", MOST))
                .isInstanceOfSatisfying(SourceFailed.class, e -> {
                    assertThat(e.failure()).isEqualTo(SnmpFailure.MALFORMED);
                    assertThat(e.detail()).startsWith("line 2:");
                });
    }

    @Test
    void tooManySeriesAreRefused() {
        assertThatThrownBy(() -> PromText.parse("a 1\n".repeat(4), 3))
                .isInstanceOfSatisfying(
                        SourceFailed.class, e -> assertThat(e.failure()).isEqualTo(SnmpFailure.TOO_MANY_ROWS));
    }

    @Property(tries = 2000)
    void noTextIsTooOdd(
            @ForAll
                    @StringLength(max = 60)
                    @Chars({'a', '{', '}', '"', '=', ',', '\\', '\n', ' ', '1', '#', '.', 'e', '-'})
                    String text) {
        refusedOrRead(text);
    }

    @Property(tries = 500)
    void neitherIsAnyUnicode(@ForAll @StringLength(max = 200) @CharRange(to = '\uffff') String text) {
        refusedOrRead(text);
    }

    private static void refusedOrRead(String text) {
        List<PromSample> samples;
        try {
            samples = PromText.parse(text, MOST);
        } catch (SourceFailed e) {
            assertThat(e.failure()).isEqualTo(SnmpFailure.MALFORMED);
            assertThat(e.detail()).hasSizeLessThan(200);
            return;
        }
        assertThat(samples).hasSizeLessThanOrEqualTo(text.length());
        samples.forEach(s -> assertThat(s.metric()).isNotEmpty());
    }

    @Test
    void numbersLoseNothing() {
        assertThat(PromTree.text(9007199254740991.0)).isEqualTo("9007199254740991");
        assertThat(PromTree.text(0.1)).isEqualTo("0.1");
        assertThat(PromTree.text(-0.0)).isEqualTo("0");
        assertThat(PromTree.text(Double.NaN)).isEqualTo("NaN");
    }
}
