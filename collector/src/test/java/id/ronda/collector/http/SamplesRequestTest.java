package id.ronda.collector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");

    private static SamplesRequest parse(String... pairs) {
        MultiMap query = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < pairs.length; i += 2) {
            query.add(pairs[i], pairs[i + 1]);
        }
        return SamplesRequest.parse(query, NOW);
    }

    @Test
    void withoutParametersItIsTheLastHourRaw() {
        assertThat(parse()).isEqualTo(new SamplesRequest.Wanted(NOW.minusSeconds(3600), NOW, null));
    }

    @Test
    void oneEndAloneGetsTheOther() {
        Instant to = Instant.parse("2026-11-20T00:00:00Z");

        assertThat(parse("to", "2026-11-20T00:00:00Z"))
                .isEqualTo(new SamplesRequest.Wanted(to.minusSeconds(3600), to, null));
        assertThat(parse("from", "2026-11-20T00:00:00Z")).isEqualTo(new SamplesRequest.Wanted(to, NOW, null));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20T07:00:00+07:00", "2026-11-20T07:00:00 07:00", "2026-11-20T00:00:00.000Z"})
    void anyOffsetIsTaken_alsoWithAPlusThatBecameABlank(String from) {
        assertThat(parse("from", from, "step", "5m"))
                .isEqualTo(
                        new SamplesRequest.Wanted(Instant.parse("2026-11-20T00:00:00Z"), NOW, Duration.ofMinutes(5)));
    }

    @Test
    void theHourBeforeTheFirstMomentEndsThere() {
        assertThat(parse("to", "1970-01-01T00:30:00Z"))
                .isEqualTo(new SamplesRequest.Wanted(Instant.EPOCH, Instant.parse("1970-01-01T00:30:00Z"), null));
    }

    @ParameterizedTest
    @CsvSource({
        "from,yesterday",
        "to,2026-11-21",
        "from,2026-11-21T05:00:00Z",
        "from,2026-11-22T00:00:00Z",
        "from,-999999999-01-01T00:00:00Z",
        "from,+999999999-12-31T23:59:59Z",
        "to,-999999999-01-01T00:00:00Z",
        "to,+999999999-12-31T23:59:59Z",
        "to,+10000-01-01T00:00:00Z",
        "from,1969-12-31T23:59:59Z",
        "step,0s",
        "step,1d"
    })
    void whatMakesNoStretchIsNamed(String field, String value) {
        assertThat(parse(field, value))
                .isInstanceOfSatisfying(
                        SamplesRequest.Refused.class,
                        refused -> assertThat(refused.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.field()).isEqualTo(field)));
    }
}
