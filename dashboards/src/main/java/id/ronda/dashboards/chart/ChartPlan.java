package id.ronda.dashboards.chart;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** Chooses the charts one wants to see first of a device, by what it is. Pure. */
public final class ChartPlan {

    static final int BUSIEST = 3;

    private static final int MOST_CHARTS = 6;
    private static final String IN = "if.in.octets";
    private static final String OUT = "if.out.octets";

    private static final List<String> NETWORK =
            List.of(Chart.TRAFFIC, "cpu.utilization", "temperature", "memory.used", "signal", "voltage");
    private static final List<String> MACHINE =
            List.of("cpu.utilization", "memory.used", "temperature", "storage.used", Chart.TRAFFIC, "power.active");
    private static final List<String> BATTERY = List.of(
            "battery.charge", "load", "battery.runtime", "voltage", "temperature", "power.active", "battery.voltage");
    private static final List<String> ENGINE =
            List.of("fuel.level", "fan.speed", "engine.state", "state", "voltage", "power.active", "temperature");
    private static final List<String> POWER =
            List.of("power.active", "current", "voltage", "load", "energy", "frequency", "state");
    private static final List<String> ROOM = List.of("temperature", "humidity", "airflow", "pressure", "state");
    private static final List<String> ANY = List.of(
            Chart.TRAFFIC, "temperature", "voltage", "load", "cpu.utilization", "power.active", "humidity", "state");

    private ChartPlan() {}

    /**
     * The charts of a device, the most telling first; empty if it has no series.
     *
     * @param series of the device
     * @param newest the newest value of a series by its id, 0 if unknown: tells the busy interfaces from the idle ones
     */
    public static List<Chart> of(DeviceClass deviceClass, List<Series> series, IntToDoubleFunction newest) {
        List<Chart> charts = new ArrayList<>();
        for (String metric : wishes(deviceClass)) {
            charts.addAll(metric.equals(Chart.TRAFFIC) ? busiest(series, newest) : ofMetric(metric, series));
        }
        List<Chart> chosen = charts.isEmpty() ? whatThereIs(series) : charts;
        return chosen.stream().limit(MOST_CHARTS).toList();
    }

    /** Interfaces that have both series, in the order of the series. */
    public static Map<String, Chart> traffic(Collection<Series> series) {
        Map<String, Series> in = new LinkedHashMap<>();
        Map<String, Series> out = new LinkedHashMap<>();
        series.stream().filter(s -> s.metric().equals(IN)).forEach(s -> in.put(s.instance(), s));
        series.stream().filter(s -> s.metric().equals(OUT)).forEach(s -> out.put(s.instance(), s));
        Map<String, Chart> charts = new LinkedHashMap<>();
        in.forEach((name, octets) -> {
            Series back = out.get(name);
            if (back != null) {
                charts.put(name, Chart.traffic(name, octets, back));
            }
        });
        return charts;
    }

    private static List<String> wishes(DeviceClass deviceClass) {
        return switch (deviceClass) {
            case ROUTER, SWITCH, FIREWALL, WIRELESS, OLT, PHONE -> NETWORK;
            case SERVER, BMC, STORAGE, HYPERVISOR, PRINTER, CAMERA -> MACHINE;
            case UPS, RECTIFIER -> BATTERY;
            case GENSET -> ENGINE;
            case PDU, ATS, POWER_METER -> POWER;
            case ENVIRONMENT, ACCESS_CONTROL -> ROOM;
            case UNKNOWN -> ANY;
        };
    }

    private static List<Chart> busiest(List<Series> series, IntToDoubleFunction newest) {
        Comparator<Chart> byLoad = Comparator.comparingDouble(chart -> -chart.lines().stream()
                .mapToDouble(line -> newest.applyAsDouble(line.series()))
                .sum());
        return traffic(series).values().stream().sorted(byLoad).limit(BUSIEST).toList();
    }

    /** One chart a unit: a device may tell its load in percent and in ampere. */
    private static List<Chart> ofMetric(String metric, List<Series> series) {
        Map<String, List<Series>> together = new TreeMap<>();
        series.stream()
                .filter(one -> one.metric().equals(metric))
                .forEach(one -> together.computeIfAbsent(scale(one), scale -> new ArrayList<>())
                        .add(one));
        return together.values().stream().map(Chart::of).toList();
    }

    /** The 12 V of a starter battery beside the 230 V of the mains would make both flat lines. */
    private static String scale(Series series) {
        boolean battery = series.instance().toLowerCase(Locale.ROOT).contains("battery");
        return series.unit().equals("V") && battery ? "V of a battery" : series.unit();
    }

    private static List<Chart> whatThereIs(List<Series> series) {
        return series.stream()
                .map(Series::metric)
                .filter(metric -> !metric.startsWith("if."))
                .distinct()
                .flatMap(metric -> ofMetric(metric, series).stream())
                .toList();
    }
}
