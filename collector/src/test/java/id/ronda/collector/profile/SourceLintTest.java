package id.ronda.collector.profile;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.profile.LoadResult.Loaded;
import id.ronda.collector.profile.LoadResult.Rejected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of text sources in profiles. */
class SourceLintTest {

    private static LoadResult read(String objects) {
        return new ProfileFile().read("t.yaml", "name: a\nabout: b\n" + objects);
    }

    private static List<String> findings(String objects) {
        var result = read(objects);
        assertThat(result).isInstanceOf(Loaded.class);
        return ProfileLint.check(((Loaded) result).profile());
    }

    private static String column(String words) {
        return "tables:\n  - {oid: 'prom:', columns: [{oid: 'prom:a_b', metric: load, " + words + "}]}\n";
    }

    @Test
    void takesNamesOfBothSources() {
        assertThat(findings(column("name: '{label.x} {label.y@prom:c}', when: {column: label.x, is: [z]}")
                        + "scalars: [{oid: 'nut:ups.load', metric: load, name: x}]\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "name: '{snmp:x}'"                         | unknown prefix
            "name: '{label.x@nut:}'"                   |
            "name: '{prom:9}'"                         | no name of a variable
            "when: {column: label, is: [a]}"           | no label
            "when: {column: 'nut:door.open', is: [a]}" | no variables of door
            "magnitude: {remainderOf: 'prom:a-b'}"     | no name of a variable
            "words: true"                              | words without states
            """, quoteCharacter = '"')
    void findsNamesThatCannotBe(String words, String finding) {
        var found = findings(column(words));

        if (finding == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().asString().contains(finding);
        }
    }

    @Test
    void findsAMetricThatIsReadTwice() {
        assertThat(findings("""
                scalars:
                  - {oid: "nut:ups.load", metric: load, name: x}
                  - {oid: "nut:ups.load", metric: load, name: y}
                """)).containsExactly("nut:ups.load: read twice");
    }

    @Test
    void letsTwoTablesReadDifferentRowsOfAMetric() {
        assertThat(findings("""
                tables:
                  - {oid: "prom:", when: {column: label.k, is: [a]}, columns: [{oid: "prom:m", metric: load}]}
                  - {oid: "prom:", when: {column: label.k, is: [b]}, columns: [{oid: "prom:m", metric: load}]}
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ntp:offset", "prom:a b", "nut:ups..load", "prom:a{b}"})
    void theSchemaRefusesWhatIsNoName(String name) {
        assertThat(read("scalars: [{oid: '" + name + "', metric: load, name: x}]\n"))
                .isInstanceOf(Rejected.class);
    }
}
