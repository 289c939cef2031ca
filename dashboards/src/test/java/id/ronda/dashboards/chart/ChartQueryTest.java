package id.ronda.dashboards.chart;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.dashboards.chart.ChartQuery.Parsed;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartQueryTest {

    @Test
    void readsAQuestion() {
        assertThat(ChartQuery.parse("3,1", "100", "200", "800"))
                .isEqualTo(new Parsed.Asked(
                        new ChartQuery(List.of(3, 1), Instant.ofEpochSecond(100), Instant.ofEpochSecond(200), 800)));
    }

    @Test
    void boundsTheNumberOfPoints() {
        assertThat(points("1")).isEqualTo(50);
        assertThat(points("999999")).isEqualTo(2_000);
        assertThat(points("x")).isEqualTo(600);
        assertThat(points(null)).isEqualTo(600);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 1, 2, series",
                "'', 1, 2, series",
                "1;2, 1, 2, series",
                "'1,2,3,4,5,6,7,8,9,10,11,12,13', 1, 2, series",
                "9999999999, 1, 2, series",
                "1, -, 2, from",
                "1, 2, 2, from",
                "1, 2, -1, from",
                "1, 1e3, 2000, from",
                "1, 0, 99999999999, from",
            })
    void namesTheFieldThatIsWrong(@Nullable String series, @Nullable String from, String to, String field) {
        assertThat(ChartQuery.parse(series, from, to, null))
                .isInstanceOfSatisfying(
                        Parsed.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Property(tries = 300)
    void readsAnyTextWithoutBreaking(@ForAll String text) {
        assertThat(ChartQuery.parse(text, text, text, text)).isNotNull();
        assertThat(ChartQuery.parse("1", text, "5", text)).isNotNull();
    }

    private static int points(@Nullable String text) {
        return ((Parsed.Asked) ChartQuery.parse("1", "0", "60", text)).query().points();
    }
}
