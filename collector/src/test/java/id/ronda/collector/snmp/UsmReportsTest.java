package id.ronda.collector.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snmp4j.smi.OID;

class UsmReportsTest {
    @ParameterizedTest
    @CsvSource({
        "1.3.6.1.6.3.15.1.1.1.0, UNSUPPORTED_SECURITY_LEVEL",
        "1.3.6.1.6.3.15.1.1.2.0, TIME_WINDOW",
        "1.3.6.1.6.3.15.1.1.3.0, UNKNOWN_USER",
        "1.3.6.1.6.3.15.1.1.4.0, UNKNOWN_ENGINE",
        "1.3.6.1.6.3.15.1.1.5.0, WRONG_DIGEST",
        "1.3.6.1.6.3.15.1.1.6.0, DECRYPTION",
        "1.3.6.1.6.3.12.1.5.0, UNKNOWN_CONTEXT",
        "1.3.6.1.6.3.11.2.1.1.0, GEN_ERROR",
        "1.3, GEN_ERROR"
    })
    void aReportsCounterNamesTheFailure(String counter, SnmpFailure failure) {
        assertThat(UsmReports.failure(new OID(counter))).isEqualTo(failure);
    }
}
