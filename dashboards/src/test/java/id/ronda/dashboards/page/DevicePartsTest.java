package id.ronda.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceHistory;
import id.ronda.collector.DeviceHistory.Silence;
import id.ronda.collector.DeviceId;
import id.ronda.collector.Gap;
import id.ronda.collector.GapReason;
import id.ronda.collector.Reach;
import id.ronda.dashboards.office.Office;
import id.ronda.dashboards.text.Language;
import id.ronda.dashboards.text.PageText;
import id.ronda.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The parts of the list of devices and of the page of one. */
class DevicePartsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");

    private final Office office = new Office(MutableClock.at("2026-11-21T04:00:00Z"), Duration.ofSeconds(10), 0);
    private final PageText text = new PageText(Language.ENGLISH, ZoneId.of("Asia/Jakarta"), NOW);

    @Test
    void tellsWhatHappened_theNewestFirst() {
        var history = new DeviceHistory(
                NOW.minus(Duration.ofDays(2)),
                NOW.minus(Duration.ofDays(1)),
                List.of(
                        silence(5, null, GapReason.TIMEOUT, 0),
                        silence(60, 50, GapReason.MISSING_OBJECT, 3),
                        silence(90, 80, GapReason.COLLECTOR_STOPPED, 0)));
        assertThat(EventLine.of(history, text))
                .extracting(EventLine::status, EventLine::title, EventLine::detail)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("down", "No answer", "Still going on"),
                        org.assertj.core.groups.Tuple.tuple(
                                "warning",
                                "The device does not have this value (3 series)",
                                "Until 21 Nov 2026 10:10:00 WIB, for 10 min"),
                        org.assertj.core.groups.Tuple.tuple(
                                "off", "Ronda was not running", "Until 21 Nov 2026 09:40:00 WIB, for 10 min"),
                        org.assertj.core.groups.Tuple.tuple("ok", "Discovered completely", ""),
                        org.assertj.core.groups.Tuple.tuple("off", "Added to Ronda", ""));
    }

    @Test
    void offersTheWaysThatADeviceOfItsKindHas() {
        List<DeviceLink> links = DeviceLink.of(device(Office.ROUTER), text);
        assertThat(links)
                .extracting(DeviceLink::href)
                .contains("https://" + device(Office.ROUTER).address() + "/");
        assertThat(links).extracting(DeviceLink::href).anyMatch(href -> href != null && href.startsWith("ssh://"));
        assertThat(DeviceLink.of(device(Office.UPS), text))
                .extracting(DeviceLink::label)
                .containsExactly("Open web (https)");
    }

    @Test
    void writesAnAddressOfVersionSixAsAnAddressBarTakesIt() {
        Device six = office.devices.list(Reach.EVERYTHING, 0, 100).result().items().stream()
                .filter(device -> device.address().contains(":"))
                .findFirst()
                .orElseThrow();
        assertThat(DeviceLink.of(six, text).getFirst().href()).isEqualTo("https://[" + six.address() + "]/");
    }

    @Test
    void leavesOutWhatIsNotKnownOfADevice() {
        List<Fact> facts = DeviceFacts.first(device(Office.NEW), text);
        assertThat(facts).extracting(Fact::label).contains("Address").doesNotContain("Serial number");
        assertThat(facts)
                .filteredOn(Fact::copied)
                .extracting(Fact::value)
                .contains(device(Office.NEW).address());
    }

    @Test
    void keepsTheColumnsThatWereChosen_alsoNone() {
        assertThat(ListColumn.chosen(null))
                .contains(ListColumn.SERIAL, ListColumn.GOODS)
                .doesNotContain(ListColumn.CLASS);
        var chosen = EnumSet.of(ListColumn.CLASS, ListColumn.ANSWER);
        assertThat(ListColumn.chosen(ListColumn.codes(chosen))).isEqualTo(chosen);
        assertThat(ListColumn.chosen(ListColumn.codes(EnumSet.noneOf(ListColumn.class))))
                .isEmpty();
        assertThat(ListColumn.chosen("<script>-serial-serial")).containsExactly(ListColumn.SERIAL);
    }

    private Device device(DeviceId id) {
        return office.devices.find(Reach.EVERYTHING, id).result().orElseThrow();
    }

    private static Silence silence(int fromMinutes, @Nullable Integer toMinutes, GapReason reason, int series) {
        Instant to = toMinutes == null ? null : NOW.minus(Duration.ofMinutes(toMinutes));
        return new Silence(new Gap(NOW.minus(Duration.ofMinutes(fromMinutes)), to, reason), series);
    }
}
