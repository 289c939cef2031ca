package id.ronda.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceFilter;
import id.ronda.collector.DeviceOrder;
import id.ronda.collector.DevicePosition;
import id.ronda.collector.DeviceStatus;
import io.vertx.core.MultiMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListQueryTest {

    private static final ListQuery FULL = new ListQuery(
            new DeviceFilter("losari & co", DeviceStatus.DOWN, DeviceClass.UPS, "Dinas A", "Rak #1", "kode:1.2"),
            DeviceOrder.LAST_ANSWER,
            true,
            new DevicePosition("é 1", 42, true));

    @Test
    void keepsEverythingInTheAddress() {
        assertThat(ListQuery.of(parameters(FULL.address()))).isEqualTo(FULL);
        assertThat(ListQuery.ALL.address()).isEqualTo("/perangkat");
    }

    @Test
    void beginsAgainWhenWhatIsListedChanges() {
        assertThat(FULL.only(null).at()).isNull();
        assertThat(FULL.by(DeviceOrder.NAME).at()).isNull();
        assertThat(FULL.in(null, null).filter().location()).isNull();
        assertThat(FULL.tagged(null).filter())
                .isEqualTo(
                        new DeviceFilter("losari & co", DeviceStatus.DOWN, DeviceClass.UPS, "Dinas A", "Rak #1", null));
    }

    @Test
    void turnsAnOrderRoundWhenItIsAskedForAgain() {
        ListQuery byName = ListQuery.ALL.by(DeviceOrder.NAME);
        assertThat(byName.descending()).isFalse();
        assertThat(byName.by(DeviceOrder.NAME).descending()).isTrue();
        assertThat(byName.by(DeviceOrder.NAME).by(DeviceOrder.NAME)).isEqualTo(byName);
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        MultiMap nonsense = MultiMap.caseInsensitiveMultiMap()
                .addAll(Map.of(
                        "status", "x", "class", "x", "sort", "x", "dir", "x", "at", "x.y", "unit", " ", "q", " \0"));
        assertThat(ListQuery.of(nonsense)).isEqualTo(ListQuery.ALL);
        assertThat(ListQuery.of(parameters("/perangkat?q=" + "x".repeat(300)))
                        .filter()
                        .words())
                .hasSize(DeviceFilter.LONGEST);
    }

    @Test
    void knowsWhetherTheCountsOfAllAreItsOwn() {
        assertThat(ListQuery.ALL.only(DeviceStatus.UP).countsAll()).isTrue();
        assertThat(ListQuery.ALL.in("Dinas A", null).countsAll()).isFalse();
    }

    private static MultiMap parameters(String address) {
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
        for (String pair : List.of(address.substring(address.indexOf('?') + 1).split("&", -1))) {
            int equals = pair.indexOf('=');
            parameters.add(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
