package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceId;
import id.ronda.collector.device.LatestValues;
import id.ronda.collector.device.LatestValues.Latest;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.spool.SegmentContent;
import id.ronda.collector.spool.SpoolRecord;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class StoredLatestTest {

    @RegisterExtension
    static final StoreDatabase database = new StoreDatabase();

    private static final Instant T0 = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant NEXT_DAY = T0.plusSeconds(86_400);
    private static final LatestValues.SeriesKey TEMPERATURE = new LatestValues.SeriesKey("temperature", "cpu");
    private static final LatestValues.SeriesKey HUMIDITY = new LatestValues.SeriesKey("humidity", "");

    private final StoredLatest latest = new StoredLatest(database.app());
    private DeviceId device;

    @BeforeEach
    void begin() throws Exception {
        device = new DeviceId(database.device("core", 60));
        int[] ids = register(device);
        int[] others = register(new DeviceId(database.device("other", 60)));
        var store = new SampleStore(database.app(), database.layout(), () -> Long.MIN_VALUE);
        List<SpoolRecord> samples = List.of(
                new SampleGroup(device.value(), T0.toEpochMilli(), ids.clone(), new double[] {1, 2}),
                new SampleGroup(device.value(), NEXT_DAY.toEpochMilli(), new int[] {ids[0]}, new double[] {3}),
                new SampleGroup(device.value() + 1, NEXT_DAY.toEpochMilli(), others, new double[] {9, 9}));
        store.store(UUID.fromString("11111111-2222-3333-4444-555555555555"), 1, 1, SegmentContent.of(samples));
    }

    private static int[] register(DeviceId owner) throws Exception {
        SeriesRegistry registry = new SeriesRegistry(database.app(), Clock.fixed(T0, ZoneOffset.UTC));
        return get(registry.idsFor(
                owner,
                List.of(
                        new SeriesKey("temperature", "cpu", "Cel", ObjectKind.GAUGE),
                        new SeriesKey("humidity", "", "%", ObjectKind.GAUGE))));
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void givesTheNewestOfEachSeriesOfTheDevice() throws Exception {
        assertThat(get(latest.of(device)))
                .isEqualTo(Map.of(TEMPERATURE, new Latest(3, NEXT_DAY), HUMIDITY, new Latest(2, T0)));
    }

    @Test
    void givesNothingOfADeviceThatWasNeverMeasured() throws Exception {
        assertThat(get(latest.of(new DeviceId(999)))).isEmpty();
    }

    @Test
    void isWhatMemoryDoesNotKnow() throws Exception {
        Instant now = NEXT_DAY.plusSeconds(60);
        LatestValues memory = id -> Future.succeededFuture(Map.of(TEMPERATURE, new Latest(4, now)));

        assertThat(get(memory.or(latest).of(device)))
                .isEqualTo(Map.of(TEMPERATURE, new Latest(4, now), HUMIDITY, new Latest(2, T0)));
    }
}
