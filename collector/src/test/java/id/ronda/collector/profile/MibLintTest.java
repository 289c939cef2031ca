package id.ronda.collector.profile;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.profile.LoadResult.Loaded;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of the kind that stand in definitions in the field, each found by what the MIB says. */
class MibLintTest {
    private static final String FACTS = """
            # OID | name | unit | states
            1.3.6.1.4.1.318.1.1.18.1.3.5 | xATSGeneratorAdvStatusOilLevel | % |
            1.3.6.1.4.1.318.1.1.18.1.3.6 | xATSGeneratorAdvStatusCoolantLevel | % |
            1.3.6.1.4.1.99.1.4 | exampleSourceAFrequency | 0.1 Hz |
            1.3.6.1.4.1.99.1.7 | exampleSourceBFrequency | 0.1 Hz |
            1.3.6.1.4.1.99.2.1.8 | exampleUnitSupplyHumidity | 0.1 % |
            1.3.6.1.4.1.99.2.1.9 | exampleUnitReturnHumidity | 0.1 % |
            1.3.6.1.4.1.99.3.1 | exampleBatteryRunTime | min |
            1.3.6.1.4.1.99.3.2 | exampleOutputStatus | | 1=onLine,2=onBattery,3=off
            1.3.6.1.4.1.99.3.3 | exampleLoad | |
            """.replaceAll(" *\\| *", "\t");

    private final MibLint lint = new MibLint(MibObjects.of(FACTS));

    private List<String> findings(String oid, String words) {
        var file = new ProfileFile()
                .read("t.yaml", "name: a\nabout: b\nscalars:\n  - {oid: " + oid + ", " + words + "}\n");
        assertThat(file).isInstanceOf(Loaded.class);
        return lint.check(oid, ((Loaded) file).profile().scalars().getFirst(), false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.3.6.1.4.1.318.1.1.18.1.3.5.0 | 'metric: percent, name: Coolant level'                        | CoolantLevel, which fits better
            1.3.6.1.4.1.99.1.4.0           | 'metric: frequency, name: Source B, scale: 0.1'               | exampleSourceBFrequency
            1.3.6.1.4.1.99.2.1.8           | 'metric: humidity, name: Return air, scale: 0.1'              | exampleUnitReturnHumidity
            1.3.6.1.4.1.99.3.1.0           | 'metric: battery.runtime, name: Run time'                     | told in min, but read as s
            1.3.6.1.4.1.99.2.1.9           | 'metric: humidity, name: Return air'                          | told in 0.1 %, but read as %
            1.3.6.1.4.1.99.2.1.9           | 'metric: temperature, name: Return air, scale: 0.1'           | told in 0.1 %, but read as 0.1 Cel
            1.3.6.1.4.1.99.3.2.0           | 'metric: state, name: Output, states: {ok: {1: a}, warning: {2: b}}' | states [3] of exampleOutputStatus
            1.3.6.1.4.1.99.3.2.0           | 'metric: state, name: Output, states: {ok: {1: on battery, 2: b, 3: c}}' | on battery of exampleOutputStatus is 2, not 1
            1.3.6.1.4.1.99.1.5.0           | 'metric: load, name: Load'                                    | no such object
            """)
    void findsWhatContradictsTheMib(String oid, String words, String finding) {
        assertThat(findings(oid, words)).singleElement().asString().contains(finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.3.6.1.4.1.318.1.1.18.1.3.6.0 | 'metric: percent, name: Coolant level'
            1.3.6.1.4.1.318.1.1.18.1.3.5.0 | 'metric: percent, name: Oil level'
            1.3.6.1.4.1.99.3.1.0           | 'metric: battery.runtime, name: Run time, scale: 60'
            1.3.6.1.4.1.99.3.2.0           | 'metric: state, name: Output, states: {ok: {1: a, 2: b}, critical: {3: c}}'
            1.3.6.1.4.1.99.3.2.0           | 'metric: state, name: Output, skip: [3], states: {ok: {1: a, 2: b}}'
            1.3.6.1.4.1.99.3.3.0           | 'metric: load, name: Load'
            1.3.6.1.4.1.77.1.1.0           | 'metric: load, name: A MIB that is not known'
            1.3.6.1.4.1.99.3.4.0           | 'metric: load, name: An object that a newer MIB may have'
            """)
    void hasNothingAgainstWhatAgrees(String oid, String words) {
        assertThat(findings(oid, words)).isEmpty();
    }

    @Test
    void readsAnInstanceOfAColumnAsTheColumn() {
        assertThat(findings("1.3.6.1.4.1.99.2.1.9.4", "metric: humidity, name: Return air"))
                .singleElement()
                .asString()
                .contains("exampleUnitReturnHumidity is told in 0.1 %");
    }
}
