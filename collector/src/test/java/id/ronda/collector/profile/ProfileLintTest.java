package id.ronda.collector.profile;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.profile.LoadResult.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileLintTest {
    private static java.util.List<String> findings(String objects) {
        var result = new ProfileFile().read("t.yaml", "name: a\nabout: b\n" + objects);
        assertThat(result).isInstanceOf(Loaded.class);
        return ProfileLint.check(((Loaded) result).profile());
    }

    private static String scalar(String words) {
        return "  - {oid: 1.3.6.1.4.1.9.1.0, name: x, " + words + "}\n";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            metric: warmth                                  | unknown metric warmth
            metric: temperature, unit: K                    | temperature is not measured in K
            metric: state                                   | state has no states
            'metric: voltage, states: {ok: {1: a}}'         | is no state but has states
            'metric: expiry, date: [yyyy-bb]'               | no form of a date
            'metric: state, states: {ok: {1: a}, critical: {1: b}}' | two meanings [1]
            'metric: temperature, valid: [-40, 4000]'       | allows what temperature cannot be
            'metric: humidity, valid: [0, 1000]'            | allows what humidity cannot be
            'metric: count, valid: [9, 9]'                  | no value lies within
            """)
    void findsWhatTheSchemaCannot(String words, String finding) {
        assertThat(findings("scalars:\n" + scalar(words)))
                .singleElement()
                .asString()
                .contains(finding);
    }

    @Test
    void findsAnObjectThatIsReadTwice() {
        assertThat(findings("scalars:\n" + scalar("metric: load") + scalar("metric: load")))
                .containsExactly("1.3.6.1.4.1.9.1.0: read twice");
    }

    @Test
    void letsAnObjectHaveTwoMeanings() {
        assertThat(findings("scalars:\n" + scalar("metric: load") + scalar("metric: percent")))
                .isEmpty();
    }

    @Test
    void looksIntoTheKindsOfATable() {
        assertThat(findings("""
                tables:
                  - oid: 1.3.6.1.4.1.9.2
                    columns:
                      - {oid: "3", kind: {column: "4", cases: {1: {metric: warmth}, 2: {metric: load}}}}
                """)).containsExactly("1.3.6.1.4.1.9.2.3: unknown metric warmth");
    }

    @Test
    void wantsARuleForAClass() {
        assertThat(findings("class: ups\n")).hasSize(1);
    }

    @Test
    void anAirflowMayComeInLitres() {
        assertThat(findings("scalars:\n" + scalar("metric: airflow, unit: L/s")))
                .isEmpty();
    }

    @Test
    void takesFilesTogether() {
        var reader = new ProfileFile();
        var findings = ProfileLint.check(java.util.List.of(
                reader.read("broken.yaml", "name: 7\nabout: b\n"),
                reader.read("lost.yaml", "name: lost\nabout: b\nuses: [nowhere]\n"),
                reader.read("odd.yaml", "name: odd\nabout: b\nscalars:\n" + scalar("metric: warmth")),
                reader.read("good.yaml", "name: good\nabout: b\n")));

        assertThat(findings)
                .extracting(ProfileLint.Finding::file)
                .containsExactly("broken.yaml", "lost.yaml", "odd.yaml");
    }
}
