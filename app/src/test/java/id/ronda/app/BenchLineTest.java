package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchLineTest {

    @Test
    void figures_keepTheirOrderAndFourDigits() {
        var line = new BenchLine()
                .with("store", "PostgreSQL")
                .with("rate", 1.23456)
                .with("rows", 12_000_000L);

        assertThat(line).hasToString("{\"store\":\"PostgreSQL\",\"rate\":1.2346,\"rows\":12000000}");
    }

    @Test
    void figureThatIsNotKnown_isNull() {
        assertThat(new BenchLine().with("cpu", Double.NaN)).hasToString("{\"cpu\":null}");
    }

    @Test
    void subject_namesTheMachine() {
        assertThat(BenchSubject.of("poll", "a store").toString())
                .startsWith("{\"benchmark\":\"poll\",\"commit\":\"")
                .contains("\"cores\":", "\"jdk\":\"", "\"store\":\"a store\"");
    }
}
