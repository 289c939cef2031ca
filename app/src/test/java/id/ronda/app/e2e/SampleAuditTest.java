package id.ronda.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.app.e2e.StoredRun.Gap;
import id.ronda.app.e2e.StoredRun.Series;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The audit of the kills must see what it is there for. One gauge and one rate; polled at 0 to 3 s and 7 to 9 s. */
class SampleAuditTest {

    private static final Gap GAP = new Gap(1, 0, 4_000, 7_000L, SampleAudit.STOPPED);
    private static final SortedMap<Long, Double> GAUGE = at(0, 1, 2, 3, 7, 8, 9);
    private static final SortedMap<Long, Double> RATE = at(1, 2, 3, 8, 9);
    private static final List<Instant> KILLS = List.of(Instant.ofEpochMilli(3_500));

    @Test
    void wholeRun_isWithoutViolations() {
        var result = SampleAudit.of(run(List.of(GAP), GAUGE, RATE), KILLS);

        assertThat(result.violations()).isEmpty();
        assertThat(result.expected()).isEqualTo(7 + 5);
    }

    @Test
    void missingSample_isSeen() {
        assertThat(violations(List.of(GAP), GAUGE, at(1, 3, 8, 9)))
                .singleElement()
                .asString()
                .contains("series 2", "lacks", "1970-01-01T00:00:02Z");
    }

    @Test
    void sampleInAGap_isSeen() {
        assertThat(violations(List.of(GAP), at(0, 1, 2, 3, 5, 7, 8, 9), RATE))
                .singleElement()
                .asString()
                .contains("series 1", "inside a gap");
    }

    @Test
    void killWithoutAGap_isSeen() {
        assertThat(violations(List.of(), GAUGE, RATE))
                .anySatisfy(violation -> assertThat(violation).contains("0 gaps for the kill"));
    }

    @Test
    void gapWithoutAKill_isSeen() {
        var second = new Gap(1, 0, 8_000, 9_000L, SampleAudit.STOPPED);

        assertThat(violations(List.of(GAP, second), GAUGE, RATE))
                .anySatisfy(violation -> assertThat(violation).contains("a gap without a kill"));
    }

    @Test
    void overlappingGaps_areSeen() {
        var second = new Gap(1, 0, 5_000, 6_000L, "timeout");

        assertThat(violations(List.of(GAP, second), GAUGE, RATE))
                .singleElement()
                .asString()
                .contains("overlap");
    }

    @Test
    void changedSample_isLost() {
        var run = run(List.of(GAP), GAUGE, RATE);

        assertThat(SampleAudit.lost(run, Map.of(1, Map.of(Instant.ofEpochMilli(1_000), 1.0))))
                .isEmpty();
        assertThat(SampleAudit.lost(run, Map.of(1, Map.of(Instant.ofEpochMilli(1_000), 2.0))))
                .hasSize(1);
        assertThat(SampleAudit.lost(run, Map.of(1, Map.of(Instant.ofEpochMilli(5_000), 1.0))))
                .hasSize(1);
    }

    private static List<String> violations(
            List<Gap> gaps, SortedMap<Long, Double> gauge, SortedMap<Long, Double> rate) {
        return SampleAudit.of(run(gaps, gauge, rate), KILLS).violations();
    }

    private static StoredRun run(List<Gap> gaps, SortedMap<Long, Double> gauge, SortedMap<Long, Double> rate) {
        var series = Map.of(
                1, new Series(1, 1, "temperature", "a", false, 1_000),
                2, new Series(2, 1, "if.in.octets", "a", true, 1_000));
        return new StoredRun(series, Map.of(1, gauge, 2, rate), gaps, List.of());
    }

    private static SortedMap<Long, Double> at(long... seconds) {
        var points = new TreeMap<Long, Double>();
        for (long second : seconds) {
            points.put(second * 1_000, 1.0);
        }
        return points;
    }
}
