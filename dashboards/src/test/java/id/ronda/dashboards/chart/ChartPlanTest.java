package id.ronda.dashboards.chart;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceId;
import id.ronda.collector.Series;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartPlanTest {

    private final List<Series> series = new ArrayList<>();

    @Test
    void showsTheBusiestInterfacesOfARouterFirst() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            add("if.in.octets", name, "By/s");
            add("if.out.octets", name, "By/s");
        }
        add("temperature", "cpu", "Cel");
        List<Chart> charts = ChartPlan.of(DeviceClass.ROUTER, series, id -> id <= 2 ? 8.0 : id);
        assertThat(charts).extracting(Chart::subject).containsExactly("e", "a", "d", "cpu");
        assertThat(charts.getFirst().lines())
                .extracting(Chart.Line::metric)
                .containsExactly("if.in.octets", "if.out.octets");
        assertThat(charts.getFirst().ids()).isEqualTo("9,10");
    }

    @Test
    void leavesOutAnInterfaceThatIsOnlyHalfKnown() {
        add("if.in.octets", "a", "By/s");
        assertThat(ChartPlan.traffic(series)).isEmpty();
    }

    @Test
    void showsWhatAUpsIsAskedForAtNight() {
        List.of("temperature", "voltage", "battery.runtime", "load", "battery.charge", "count")
                .forEach(metric -> add(metric, "", "1"));
        assertThat(ChartPlan.of(DeviceClass.UPS, series, id -> 0))
                .extracting(Chart::metric)
                .containsExactly("battery.charge", "load", "battery.runtime", "voltage", "temperature");
    }

    @Test
    void showsFuelAndEngineOfAGenset() {
        List.of("voltage", "state", "fan.speed", "fuel.level").forEach(metric -> add(metric, "", "1"));
        assertThat(ChartPlan.of(DeviceClass.GENSET, series, id -> 0))
                .extracting(Chart::metric)
                .startsWith("fuel.level", "fan.speed", "state");
    }

    @Test
    void drawsSensorsOfOneUnitTogetherUpToWhatAnEyeCanTell() {
        for (int i = 0; i < 9; i++) {
            add("temperature", "t" + i, "Cel");
        }
        add("temperature", "odd", "K");
        List<Chart> charts = ChartPlan.of(DeviceClass.ENVIRONMENT, series, id -> 0);
        assertThat(charts).extracting(Chart::unit).containsExactly("Cel", "K");
        assertThat(charts.getFirst().lines()).hasSize(Chart.MOST_LINES);
        assertThat(charts.getFirst().omitted()).isEqualTo(3);
    }

    @Test
    void drawsBatteriesApartFromTheMains() {
        add("voltage", "battery", "V");
        add("voltage", "mains-l1", "V");
        add("voltage", "mains-l2", "V");
        assertThat(ChartPlan.of(DeviceClass.GENSET, series, id -> 0))
                .extracting(Chart::ids)
                .containsExactly("2,3", "1");
    }

    @ParameterizedTest
    @EnumSource(DeviceClass.class)
    void showsWhateverThereIsRatherThanNothing(DeviceClass deviceClass) {
        add("pump.odd", "", "1");
        assertThat(ChartPlan.of(deviceClass, series, id -> 0)).hasSize(1);
        assertThat(ChartPlan.of(deviceClass, List.of(), id -> 0)).isEmpty();
    }

    private void add(String metric, String instance, String unit) {
        series.add(new Series(series.size() + 1, new DeviceId(1), metric, instance, unit));
    }
}
