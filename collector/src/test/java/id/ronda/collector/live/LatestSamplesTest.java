package id.ronda.collector.live;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceId;
import id.ronda.collector.SampleBatch;
import id.ronda.collector.device.LatestValues;
import id.ronda.collector.device.LatestValues.Latest;
import id.ronda.collector.device.LatestValues.SeriesKey;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatestSamplesTest {

    private static final DeviceId CORE = new DeviceId(1);
    private static final SeriesKey CPU = new SeriesKey("temperature", "cpu");
    private static final SeriesKey FAN = new SeriesKey("fan.speed", "1");
    private static final Instant SLOT = Instant.parse("2026-11-21T04:00:00Z");
    private static final Latest OLD = new Latest(-1, SLOT.minusSeconds(60));

    private final LatestSamples memory = new LatestSamples();
    private final List<DeviceId> asked = new ArrayList<>();
    private final LatestValues both = memory.or(this::stored);

    private Future<Map<SeriesKey, Latest>> stored(DeviceId device) {
        asked.add(device);
        return Future.succeededFuture(Map.of(CPU, OLD, FAN, OLD));
    }

    private void measured(int series, double value) {
        memory.accept(new SampleBatch(new int[] {series}, new long[] {SLOT.toEpochMilli()}, new double[] {value}, 1));
    }

    @Test
    void theDatabaseIsNotAskedForWhatMemoryHas() {
        memory.know(CORE, Map.of(CPU, 7, FAN, 5_000), true);
        measured(7, 41);
        measured(5_000, 900);

        assertThat(both.of(CORE).result()).isEqualTo(Map.of(CPU, new Latest(41, SLOT), FAN, new Latest(900, SLOT)));
        assertThat(asked).isEmpty();
    }

    @Test
    void theDatabaseIsAskedWhileASeriesHasNoSampleYet() {
        memory.know(CORE, Map.of(CPU, 7, FAN, 5_000), true);
        measured(7, 41);

        assertThat(both.of(CORE).result()).isEqualTo(Map.of(CPU, new Latest(41, SLOT), FAN, OLD));
        assertThat(asked).containsExactly(CORE);
    }

    @Test
    void theDatabaseIsAskedWhereTheDeviceMayHaveMore() {
        memory.know(CORE, Map.of(CPU, 7), false);
        measured(7, 41);

        assertThat(both.of(CORE).result()).containsEntry(FAN, OLD).containsEntry(CPU, new Latest(41, SLOT));
    }

    @Test
    void theDatabaseIsAskedForADeviceThatMemoryDoesNotKnow() {
        assertThat(both.of(new DeviceId(2)).result()).containsEntry(CPU, OLD);
        assertThat(asked).containsExactly(new DeviceId(2));
    }
}
