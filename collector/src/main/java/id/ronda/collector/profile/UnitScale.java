package id.ronda.collector.profile;

import java.util.Map;
import java.util.Optional;

/**
 * A unit as a multiple of its dimension's base unit.
 *
 * @param base UCUM
 * @param factor how many of the base one is
 */
record UnitScale(String base, double factor) {
    private static final double EXACT = 1e-6;
    private static final Map<String, UnitScale> UNITS = Map.ofEntries(
            Map.entry("%", new UnitScale("1", 1e-2)),
            Map.entry("ms", new UnitScale("s", 1e-3)),
            Map.entry("us", new UnitScale("s", 1e-6)),
            Map.entry("min", new UnitScale("s", 60)),
            Map.entry("h", new UnitScale("s", 3600)),
            Map.entry("d", new UnitScale("s", 86_400)),
            Map.entry("mV", new UnitScale("V", 1e-3)),
            Map.entry("kV", new UnitScale("V", 1e3)),
            Map.entry("mA", new UnitScale("A", 1e-3)),
            Map.entry("uA", new UnitScale("A", 1e-6)),
            Map.entry("mW", new UnitScale("W", 1e-3)),
            Map.entry("uW", new UnitScale("W", 1e-6)),
            Map.entry("kW", new UnitScale("W", 1e3)),
            Map.entry("kVA", new UnitScale("VA", 1e3)),
            Map.entry("kvar", new UnitScale("var", 1e3)),
            Map.entry("W.h", new UnitScale("kW.h", 1e-3)),
            Map.entry("MW.h", new UnitScale("kW.h", 1e3)),
            Map.entry("mHz", new UnitScale("Hz", 1e-3)),
            Map.entry("MHz", new UnitScale("Hz", 1e6)),
            Map.entry("mCel", new UnitScale("Cel", 1e-3)),
            Map.entry("Pa", new UnitScale("kPa", 1e-3)),
            Map.entry("kBy", new UnitScale("By", 1e3)),
            Map.entry("KiBy", new UnitScale("By", 1024)),
            Map.entry("MiBy", new UnitScale("By", 1024 * 1024)),
            Map.entry("GiBy", new UnitScale("By", 1024.0 * 1024 * 1024)));

    /** Of {@code V}, {@code 0.1 V}, {@code mV}; empty for {@code ""}. */
    static Optional<UnitScale> of(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int space = text.indexOf(' ');
        double factor = space < 0 ? 1 : Double.parseDouble(text.substring(0, space));
        String unit = text.substring(space + 1);
        UnitScale known = UNITS.getOrDefault(unit, new UnitScale(unit, 1));
        return Optional.of(new UnitScale(known.base, known.factor * factor));
    }

    boolean sameDimension(UnitScale other) {
        return base.equals(other.base);
    }

    boolean sameAs(UnitScale other) {
        return sameDimension(other) && Math.abs(factor / other.factor - 1) < EXACT;
    }

    UnitScale times(double more) {
        return new UnitScale(base, factor * more);
    }
}
