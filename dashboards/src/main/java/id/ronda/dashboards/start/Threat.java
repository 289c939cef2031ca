package id.ronda.dashboards.start;

import id.ronda.collector.DeviceReading;
import java.util.Locale;

/**
 * Something that will be wrong if nobody acts.
 *
 * @param value what the reading tells, in {@code unit}
 */
public record Threat(Kind kind, DeviceReading reading, double value, String unit) {

    /** What is watched, in the order of how soon it hurts. */
    public enum Kind {
        /** A UPS runs on battery, for less than 30 minutes more. */
        RUNTIME,
        /** Fuel under 25 %. */
        FUEL,
        /** A disk more than 90 % full. */
        DISK,
        /** A licence or certificate that ends within 60 days. */
        EXPIRY;

        /** The key of its words. */
        public String key() {
            return "soon." + name().toLowerCase(Locale.ROOT);
        }
    }
}
