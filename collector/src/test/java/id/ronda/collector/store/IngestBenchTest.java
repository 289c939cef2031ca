package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.IngestFigures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@Timeout(120)
final class IngestBenchTest {

    @RegisterExtension
    static final StoreDatabase database = new StoreDatabase();

    @TempDir
    private Path folder;

    /** Small here; {@code -Dronda.bench.slots=100} makes figures that mean something. */
    @Test
    void storesEveryRowAndLeavesNothingBehind() throws Exception {
        long slots = Long.getLong("ronda.bench.slots", 2);
        IngestFigures figures = new IngestBench(database.app(), folder, 9_600, slots, () -> 3).run();

        LoggerFactory.getLogger(IngestBench.class).warn("{}", figures);
        assertThat(figures.rows()).isEqualTo(9_600 * slots);
        assertThat(figures.ratio()).isPositive();
        assertThat(figures.bytesPerRow()).isBetween(40.0, 200.0);
        assertThat(figures.cpuSecondsPerMillionRows()).isPositive();
        assertThat(figures.databaseCpuSecondsPerMillionRows()).isZero();
        assertThat(database.count("collector.sample")).isZero();
    }
}
