package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.QueryFigures;
import id.ronda.collector.device.TestingDevices;
import id.ronda.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QueryBenchTest {

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    @Test
    void measuresPagesAgainstTheirBareRows() {
        TestingDevices devices = new TestingDevices(POSTGRES);

        QueryFigures figures = new QueryBench(POSTGRES.database(), devices.view(), 2_000, 96).run();

        assertThat(figures.requests()).isEqualTo(96);
        assertThat(figures.p50Millis()).isPositive().isLessThanOrEqualTo(figures.p95Millis());
        assertThat(figures.p95Millis()).isLessThanOrEqualTo(figures.p99Millis());
        assertThat(figures.ratio()).isPositive();
        assertThat(figures.overviewP95Millis()).isPositive();
        assertThat(figures.lookupP95Millis()).isPositive();
    }

    @Test
    void takesTheValueThatSoManyDoNotExceed() {
        List<Double> values = List.of(4.0, 1.0, 3.0, 2.0);
        assertThat(QueryBench.percentile(values, 50)).isEqualTo(2);
        assertThat(QueryBench.percentile(values, 95)).isEqualTo(4);
        assertThat(QueryBench.percentile(List.of(), 50)).isNaN();
    }
}
