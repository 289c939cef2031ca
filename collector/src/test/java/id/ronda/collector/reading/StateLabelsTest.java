package id.ronda.collector.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.ReadingState;
import id.ronda.collector.reading.StateMap.Meaning;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

class StateLabelsTest {
    private static final StateMap LICENCE = new StateMap(
            Map.of(1, new Meaning("up-to-date", ReadingState.OK), 2, new Meaning("Expired", ReadingState.CRITICAL)));

    private static double decoded(Variable answer, @Nullable Pattern pattern) {
        return new GaugeDecoder(pattern, false, List.of(), 0, Scaling.NONE, null, StateLabels.of(LICENCE))
                .decode(answer);
    }

    @Test
    void aWordIsReadByItsLabelInAnyCase() {
        assertThat(decoded(new OctetString("Up-To-Date "), null)).isEqualTo(1);
        assertThat(LICENCE.of(decoded(new OctetString("EXPIRED"), null))).isEqualTo(ReadingState.CRITICAL);
    }

    @Test
    void aPatternCutsTheWordOut() {
        assertThat(decoded(new OctetString("licence: expired (since May)"), Pattern.compile(": (\\w+)")))
                .isEqualTo(2);
    }

    @Test
    void aNumberStaysANumber() {
        assertThat(decoded(new Integer32(2), null)).isEqualTo(2);
        assertThat(decoded(new OctetString("1"), null)).isEqualTo(1);
    }

    @Test
    void aNewWordIsSeenAsUnknown() {
        assertThat(decoded(new OctetString("on fire"), null)).isEqualTo(StateLabels.UNHEARD_OF);
        assertThat(LICENCE.of(StateLabels.UNHEARD_OF)).isEqualTo(ReadingState.UNKNOWN);
    }

    @Test
    void anEmptyTextIsNoValue() {
        assertThat(decoded(new OctetString(" "), null)).isNaN();
        assertThat(decoded(new OctetString("no such words"), Pattern.compile(": (\\w+)")))
                .isNaN();
    }
}
