package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.kernel.Json;
import org.junit.jupiter.api.Test;

class BenchQueryCommandTest {

    @Test
    void printsOneLineWithItsFigures() throws Exception {
        CommandRun run = CommandRun.of("bench", "query", "--devices", "300", "--requests", "12");

        assertThat(run.status()).as(run.progress()).isZero();
        assertThat(run.answer().lines()).hasSize(1);
        JsonNode figures = Json.mapper().readTree(run.answer());
        assertThat(figures.get("benchmark").asText()).isEqualTo("query");
        assertThat(figures.get("devices").asInt()).isEqualTo(300);
        assertThat(figures.get("requests").asInt()).isEqualTo(12);
        assertThat(figures.get("p95Millis").asDouble()).isPositive();
        assertThat(figures.get("bareP50Millis").asDouble()).isPositive();
    }
}
