package id.ronda.dashboards.page;

import java.util.Locale;

/** The groups in which readings are shown. */
enum ReadingKind {
    ENVIRONMENT,
    BATTERY,
    ENGINE,
    POWER,
    COMPUTING,
    RADIO,
    STATE,
    OTHER;

    /** The key of its name. */
    String key() {
        return "kind." + name().toLowerCase(Locale.ROOT);
    }

    /** The group of a metric, by its first word; {@code OTHER} if it belongs to none. */
    static ReadingKind of(String metric) {
        if (metric.equals("state") || metric.endsWith(".state")) {
            return STATE;
        }
        int dot = metric.indexOf('.');
        return switch (dot < 0 ? metric : metric.substring(0, dot)) {
            case "temperature", "humidity", "airflow", "pressure", "flow", "cooling" -> ENVIRONMENT;
            case "battery" -> BATTERY;
            case "fuel", "engine", "operating", "fan" -> ENGINE;
            case "voltage", "current", "power", "energy", "frequency", "load" -> POWER;
            case "cpu", "memory", "storage" -> COMPUTING;
            case "signal", "latency", "jitter", "loss", "rate" -> RADIO;
            default -> OTHER;
        };
    }
}
