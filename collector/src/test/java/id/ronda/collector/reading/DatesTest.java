package id.ronda.collector.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.OctetString;

class DatesTest {
    private static final Dates DATES = Dates.of(List.of("EEE MMM d HH:mm:ss yyyy", "d MMM yyyy", "yyyy-MM-dd"));

    private static double decoded(String text) {
        return new GaugeDecoder(null, false, List.of(), 0, Scaling.NONE, null, DATES).decode(new OctetString(text));
    }

    private static double at(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    @Test
    void theFirstFormThatFitsIsTaken() {
        assertThat(decoded("Wed Mar 13 17:00:01 2024")).isEqualTo(at("2024-03-13T17:00:01Z"));
        assertThat(decoded("3 aug 2026")).isEqualTo(at("2026-08-03T00:00:00Z"));
        assertThat(decoded("2031-12-31")).isEqualTo(at("2031-12-31T00:00:00Z"));
    }

    @Test
    void spacesThatAlignDoNotCount() {
        assertThat(decoded("Wed  Mar   6 00:00:00 2024")).isEqualTo(at("2024-03-06T00:00:00Z"));
    }

    @Test
    void anotherTextIsNoDate() {
        assertThat(decoded("N/A")).isNaN();
        assertThat(decoded("")).isNaN();
        assertThat(decoded("2026-02-31x")).isNaN();
    }

    @Test
    void unknownLettersAreRefused() {
        var wrong = List.of("yyyy-bb");

        assertThatThrownBy(() -> Dates.of(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
}
