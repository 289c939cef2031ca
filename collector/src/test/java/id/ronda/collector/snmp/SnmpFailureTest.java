package id.ronda.collector.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SnmpFailureTest {
    private static final Set<String> GAP_REASONS = Set.of(
            "timeout",
            "no-route",
            "port-closed",
            "auth",
            "malformed",
            "truncated",
            "missing-object",
            "collector-stopped");

    @Test
    void everyFailureHasItsOwnCodeAndAKnownGapReason() {
        assertThat(SnmpFailure.values())
                .extracting(SnmpFailure::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z-]+"));
        assertThat(Arrays.stream(SnmpFailure.values()).map(SnmpFailure::gapReason))
                .isSubsetOf(GAP_REASONS);
    }
}
