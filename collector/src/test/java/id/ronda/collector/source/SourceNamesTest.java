package id.ronda.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.OID;

class SourceNamesTest {

    @Test
    void aVariableIsAScalarWrittenAsAnIndexIs() {
        OID charge = SourceNames.scalar("nut:ups.load");

        assertThat(charge.toString()).isEqualTo("2.999.1.8.117.112.115.46.108.111.97.100.0");
        assertThat(SourceNames.shown(charge)).isEqualTo("nut:ups.load");
    }

    @Test
    void aStarIsFilledInWhereARowIsShown() {
        OID row = SourceNames.row(SourceNames.column("nut:outlet.*.current"), List.of("2"));

        assertThat(SourceNames.shown(row)).isEqualTo("nut:outlet.2.current");
    }

    @Test
    void aSeriesIsARowOfItsLabelsInTheirOrder() {
        OID series = SourceNames.series("m", new TreeMap<>(Map.of("b", "x\"y", "a", "é")));

        assertThat(series.toString()).isEqualTo("2.999.2.1.109.1.97.2.195.169.1.98.3.120.34.121");
        assertThat(SourceNames.shown(series)).isEqualTo("prom:m{a=\"é\",b=\"x\\\"y\"}");
        assertThat(SourceNames.shown(SourceNames.series("m", new TreeMap<>()))).isEqualTo("prom:m");
    }

    @Test
    void whatIsNoNameIsRefused() {
        for (String wrong : List.of("prom:9", "nut:a b", "nut:a..b", "snmp:x", "prom:a{b=\"c\"}")) {
            assertThatThrownBy(() -> SourceNames.column(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void othersAreShownAsTheyAre() {
        assertThat(SourceNames.shown(new OID("1.3.6.1.2.1.1.1.0"))).isEqualTo("1.3.6.1.2.1.1.1.0");
    }

    @Property(tries = 300)
    void labelsComeBack(@ForAll @Size(max = 5) Map<String, String> labels) {
        var sorted = new TreeMap<String, String>();
        labels.forEach((name, value) -> sorted.put("l" + printable(name), "v" + printable(value)));
        OID series = SourceNames.series("metric", sorted);
        int index = SourceNames.column("prom:metric").size();

        assertThat(SourceNames.labels(new OID(series.getValue(), index, series.size() - index)))
                .isEqualTo(sorted);
    }

    private static String printable(String text) {
        return text.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Property(tries = 500)
    void noIndexIsTooOddToBeShown(@ForAll @Size(max = 20) int[] numbers) {
        OID odd = new OID(SourceNames.PROMETHEUS.getValue(), Arrays.copyOf(numbers, numbers.length));

        assertThat(SourceNames.shown(odd)).isNotEmpty();
        assertThat(SourceNames.labels(new OID(numbers))).hasSizeLessThanOrEqualTo(10);
    }
}
