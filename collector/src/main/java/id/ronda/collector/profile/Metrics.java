package id.ronda.collector.profile;

import id.ronda.collector.reading.Interval;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The metrics a profile may name and their units (UCUM); where a device family has another unit, it says so itself. */
final class Metrics {
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("airflow", "m3/h"),
            Map.entry("cooling.power", "W"),
            Map.entry("flow", "L/s"),
            Map.entry("battery.capacity", "A.h"),
            Map.entry("battery.charge", "%"),
            Map.entry("battery.runtime", "s"),
            Map.entry("battery.time", "s"),
            Map.entry("bit.rate", "bit/s"),
            Map.entry("count", "1"),
            Map.entry("cpu.utilization", "%"),
            Map.entry("current", "A"),
            Map.entry("energy", "kW.h"),
            Map.entry("expiry", "s"),
            Map.entry("fan.speed", "1/min"),
            Map.entry("frequency", "Hz"),
            Map.entry("fuel.level", "%"),
            Map.entry("fuel.used", "L"),
            Map.entry("humidity", "%"),
            Map.entry("latency", "ms"),
            Map.entry("jitter", "ms"),
            Map.entry("load", "%"),
            Map.entry("load.average", "1"),
            Map.entry("loss", "%"),
            Map.entry("memory.available", "By"),
            Map.entry("memory.total", "By"),
            Map.entry("memory.used", "By"),
            Map.entry("memory.utilization", "%"),
            Map.entry("operating.time", "s"),
            Map.entry("percent", "%"),
            Map.entry("power.active", "W"),
            Map.entry("power.apparent", "VA"),
            Map.entry("power.factor", "1"),
            Map.entry("power.reactive", "var"),
            Map.entry("pressure", "kPa"),
            Map.entry("rate", "1/s"),
            Map.entry("ratio", "1"),
            Map.entry("signal", "dBm"),
            Map.entry("signal.ratio", "dB"),
            Map.entry("storage.available", "By"),
            Map.entry("storage.total", "By"),
            Map.entry("storage.used", "By"),
            Map.entry("storage.utilization", "%"),
            Map.entry("temperature", "Cel"),
            Map.entry("traffic.in", "By/s"),
            Map.entry("traffic.out", "By/s"),
            Map.entry("voltage", "V"));
    private static final Map<String, Set<String>> OTHER_UNITS = Map.of(
            "airflow", Set.of("m3/h", "m3/min", "L/s", "[cft_i]/min"),
            "flow", Set.of("L/s", "L/min"),
            "pressure", Set.of("kPa", "Pa"));

    private static final Interval PERCENT = new Interval(0, 100);

    /** What nature, or the kind of the value, allows; wide enough for a genset's exhaust and a line of 150 kV. */
    private static final Map<String, Interval> POSSIBLE = Map.ofEntries(
            Map.entry("temperature", new Interval(-100, 1_000)),
            Map.entry("humidity", PERCENT),
            Map.entry("battery.charge", PERCENT),
            Map.entry("fuel.level", PERCENT),
            Map.entry("cpu.utilization", PERCENT),
            Map.entry("memory.utilization", PERCENT),
            Map.entry("storage.utilization", PERCENT),
            Map.entry("loss", PERCENT),
            Map.entry("percent", PERCENT),
            // An overloaded UPS tells more than all it can give.
            Map.entry("load", new Interval(0, 400)),
            Map.entry("voltage", new Interval(-1e6, 1e6)),
            Map.entry("current", new Interval(-1e5, 1e5)),
            Map.entry("frequency", new Interval(0, 1e12)),
            Map.entry("power.factor", new Interval(-1, 1)),
            Map.entry("fan.speed", new Interval(0, 200_000)),
            Map.entry("signal", new Interval(-200, 100)),
            Map.entry("battery.runtime", new Interval(0, 31_536_000)),
            Map.entry("memory.total", new Interval(0, 0x1p60)),
            Map.entry("storage.total", new Interval(0, 0x1p70)));

    private Metrics() {}

    /** {@code state}, and what ends in {@code .state}, is a state; its numbers have no unit. */
    static boolean isState(String metric) {
        return metric.equals("state") || metric.endsWith(".state");
    }

    static boolean isKnown(String metric) {
        return isState(metric) || UNITS.containsKey(metric);
    }

    /** The values that a metric can have in its usual unit; null where everything is possible. */
    static @Nullable Interval possible(String metric) {
        return POSSIBLE.get(metric);
    }

    static String usualUnit(String metric) {
        return UNITS.getOrDefault(metric, "1");
    }

    static boolean fits(String metric, String unit) {
        return unit.equals(usualUnit(metric))
                || OTHER_UNITS.getOrDefault(metric, Set.of()).contains(unit);
    }
}
