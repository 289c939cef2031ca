package id.ronda.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.collector.snmp.SnmpFailure;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NutReplyTest {

    @Test
    void takesAwayQuotationMarksAndEscapes() throws SourceFailed {
        assertThat(NutReply.words("VAR ups1 ups.model \"Smart \\\"X\\\" 3000 \\\\ R\""))
                .containsExactly("VAR", "ups1", "ups.model", "Smart \"X\" 3000 \\ R");
        assertThat(NutReply.words("VAR ups1 ups.id \"\"")).containsExactly("VAR", "ups1", "ups.id", "");
    }

    @Test
    void anOpenQuotationMarkIsMalformed() {
        assertThatThrownBy(() -> NutReply.words("VAR a \"b")).isInstanceOf(SourceFailed.class);
    }

    @Test
    void namesItsErrors() {
        assertThat(NutReply.error(List.of("ERR", "ACCESS-DENIED")).failure()).isEqualTo(SnmpFailure.ACCESS_DENIED);
        assertThat(NutReply.error(List.of("ERR", "UNKNOWN-UPS")).failure()).isEqualTo(SnmpFailure.SOURCE_UNAVAILABLE);
        assertThat(NutReply.error(List.of("ERR", "DATA-STALE")).detail()).isEqualTo("ERR DATA-STALE");
        assertThat(NutReply.error(List.of("ERR")).failure()).isEqualTo(SnmpFailure.MALFORMED);
    }

    @Property(tries = 1000)
    void noLineIsTooOdd(@ForAll @StringLength(max = 100) String line) {
        try {
            assertThat(NutReply.words(line)).hasSizeLessThanOrEqualTo(line.length());
        } catch (SourceFailed e) {
            assertThat(e.failure()).isEqualTo(SnmpFailure.MALFORMED);
        }
    }
}
