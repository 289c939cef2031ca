package id.ronda.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Device;
import id.ronda.collector.Device.LastFailure;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceInterface;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.IfStatus;
import id.ronda.collector.Reach;
import id.ronda.collector.SampleBatch;
import id.ronda.collector.Series;
import id.ronda.collector.StorageNote;
import id.ronda.collector.TimeSeries.StorageUse;
import id.ronda.dashboards.live.DeviceState;
import id.ronda.dashboards.live.LatestSamples;
import id.ronda.dashboards.office.Office;
import id.ronda.dashboards.text.Language;
import id.ronda.dashboards.text.PageText;
import id.ronda.testkit.MutableClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private final MutableClock clock = MutableClock.at("2026-11-21T04:00:00Z");
    private final Office office = new Office(clock, Duration.ofSeconds(10), 0);
    private final PageText text = new PageText(Language.ENGLISH, ZoneId.of("Asia/Jakarta"), clock.instant());
    private final LatestSamples latest = new LatestSamples();

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        DeviceState state = state(Office.SILENT);
        assertThat(state.label()).isEqualTo("Not answering");
        assertThat(state.failure()).isEqualTo("No answer");
        assertThat(state.advice()).contains("power and cable");
    }

    @Test
    void saysAFailureItHasNoWordsFor() {
        office.become(Office.SILENT, DeviceStatus.DOWN, new LastFailure("brand-new", clock.instant()));
        assertThat(state(Office.SILENT).failure()).isEqualTo("Failed: brand-new");
        assertThat(state(Office.SILENT).advice()).contains("log of the server");
    }

    @Test
    void explainsWhyAStateIsUnknownAndSaysNothingOfAHealthyDevice() {
        assertThat(state(Office.UNASKED).advice()).contains("never asked");
        assertThat(state(Office.NEW).advice()).contains("being asked who it is");
        assertThat(state(Office.ROUTER).failure()).isEmpty();
        assertThat(state(Office.ROUTER).advice()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheDiskInTheReadersLanguage() {
        var notes = List.<StorageNote>of(
                new StorageNote.FewerDays(14, 8),
                new StorageNote.BudgetTooSmall(),
                new StorageNote.SpoolTooSmall(Duration.ofSeconds(202), Duration.ofMinutes(10), 3029));
        var use = new StorageUse(1, 2, 8, null, notes);

        assertThat(new StorageView(use, text).notes())
                .satisfiesExactly(
                        days -> assertThat(days).isEqualTo("14 days of raw data are set, 8 fit into the budget."),
                        budget -> assertThat(budget).contains("ronda.disk-budget-gib"),
                        spool -> assertThat(spool).contains("202 s", "600 s", "ronda.spool-mib to 3029"));
        assertThat(new StorageView(use, new PageText(Language.INDONESIAN, ZoneId.of("Asia/Jakarta"), clock.instant()))
                        .notes())
                .first()
                .isEqualTo("Disetel 14 hari data mentah, yang muat 8 hari.");
    }

    @ParameterizedTest
    @CsvSource({"UP, UP, up", "UP, DOWN, down", "UP, LOWER_LAYER_DOWN, down", "DOWN, DOWN, off", "UP, UNKNOWN, unknown"
    })
    void tellsAPortThatLostItsLinkFromOneThatWasSwitchedOff(IfStatus admin, IfStatus oper, String state) {
        assertThat(row("x", "x", admin, oper, List.of()).state()).isEqualTo(state);
    }

    @Test
    void findsTheSeriesOfAnInterfaceByItsInstance() {
        assertThat(row("own", "b", IfStatus.UP, IfStatus.UP, List.of(in(1, "own")))
                        .in())
                .isEqualTo(1);
        DeviceInterface shared =
                new DeviceInterface(7, "port", "left", "x", "", 6, 1500, null, IfStatus.UP, IfStatus.UP);
        List<Series> both = List.of(in(1, "port"), in(2, "left"));
        assertThat(InterfaceRow.of(shared, new SeriesIndex(both, latest), text).in())
                .isEqualTo(2);
        assertThat(row("a", "b", IfStatus.UP, IfStatus.UP, List.of(in(4, "b"))).in())
                .isNull();
    }

    @Test
    void showsTheNewestRateInBits() {
        assertThat(row("a", "a", IfStatus.UP, IfStatus.UP, List.of(in(1, "a"))).inText())
                .isEqualTo("–");
        latest.accept(new SampleBatch(new int[] {1}, new long[] {5}, new double[] {125_000}, 1));
        InterfaceRow row = row("a", "a", IfStatus.UP, IfStatus.UP, List.of(in(1, "a")));
        assertThat(row.inText()).isEqualTo("1 Mbit/s");
        assertThat(row.ids()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "temperature, ENVIRONMENT",
        "battery.charge, BATTERY",
        "fuel.level, ENGINE",
        "power.active, POWER",
        "memory.used, COMPUTING",
        "signal, RADIO",
        "state, STATE",
        "engine.state, STATE",
        "odd.thing, OTHER",
        "'', OTHER"
    })
    void groupsReadingsByTheirKind(String metric, ReadingKind kind) {
        assertThat(ReadingKind.of(metric)).isEqualTo(kind);
        assertThat(text.say(kind.key())).isNotEmpty();
    }

    @Test
    void namesAReadingThatIsOnlyNumbered() {
        assertThat(ReadingRow.named("1", "CPU load")).isEqualTo("CPU load 1");
        assertThat(ReadingRow.named(" ", "CPU load")).isEqualTo("CPU load");
        assertThat(ReadingRow.named("core 1", "CPU load")).isEqualTo("core 1");
        assertThat(text.say("chart.omitted", 1)).startsWith("One more line is");
        assertThat(text.say("chart.omitted", 2)).startsWith("2 more lines are");
    }

    private DeviceState state(DeviceId id) {
        Device device = office.devices.find(Reach.EVERYTHING, id).result().orElseThrow();
        return new StateWording(text).of(device);
    }

    private InterfaceRow row(String name, String description, IfStatus admin, IfStatus oper, List<Series> series) {
        @Nullable Long speed = 1_000_000_000L;
        DeviceInterface row = new DeviceInterface(7, name, name, description, "", 6, 1500, speed, admin, oper);
        return InterfaceRow.of(row, new SeriesIndex(series, latest), text);
    }

    private static Series in(int id, String instance) {
        return new Series(id, Office.ROUTER, "if.in.octets", instance, "By/s");
    }
}
