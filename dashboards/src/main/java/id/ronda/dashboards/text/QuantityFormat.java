package id.ronda.dashboards.text;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;

/**
 * Numbers and values with their unit, as people read them: 12 500 000 By/s is {@code 100 Mbit/s}, 7 500 s is {@code 2 jam 5 mnt}.
 * Units come in as UCUM. The browser's {@code format.js} does the same; a test holds the two together.
 */
public final class QuantityFormat {

    private static final List<String> DECIMAL = List.of("", "k", "M", "G", "T", "P");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi");

    private final Language language;

    public QuantityFormat(Language language) {
        this.language = language;
    }

    /** A number with as many decimals as its size bears: {@code 1.234}, {@code 41,5}, {@code 0,25}. */
    public String number(double value) {
        double size = Math.abs(value);
        return number(value, size >= 999.5 ? 0 : size >= 10 ? 1 : 2);
    }

    /** A value with its unit. */
    public String quantity(double value, String unit) {
        return switch (unit) {
            case "By/s" -> scaled(value * 8, 1000, DECIMAL, "bit/s");
            case "bit/s", "W", "VA", "var", "Hz", "Pa" -> scaled(value, 1000, DECIMAL, unit);
            case "By" -> scaled(value, 1024, BINARY, "B");
            case "s" -> duration(value);
            default -> withUnit(number(value), symbol(unit));
        };
    }

    /** How a unit is written for people where no prefix is needed. */
    public String symbol(String unit) {
        return switch (unit) {
            case "1", "" -> "";
            case "Cel" -> "°C";
            case "kW.h" -> "kWh";
            case "1/min" -> "rpm";
            case "By/s" -> "bit/s";
            case "m3/min" -> "m³/min";
            case "[cft_i]/min" -> "cfm";
            case "1/s" -> say("unit.per-second");
            case "h" -> say("unit.hours");
            case "d" -> say("unit.days");
            default -> unit.startsWith("{") ? unit.replaceAll("[{}]", "") : unit;
        };
    }

    /** The two largest parts of a length of time: {@code 3 hr 4 jam}, {@code 2 jam 5 mnt}, {@code 40 dtk}. */
    public String duration(double seconds) {
        Duration whole = Duration.ofSeconds(Math.round(Math.abs(seconds)));
        String text = whole.toDays() > 0
                ? parts(whole.toDays(), "unit.days", whole.toHoursPart(), "unit.hours")
                : whole.toHours() > 0
                        ? parts(whole.toHours(), "unit.hours", whole.toMinutesPart(), "unit.minutes")
                        : whole.toMinutes() > 0
                                ? parts(whole.toMinutes(), "unit.minutes", whole.toSecondsPart(), "unit.seconds")
                                : whole.toSeconds() + " " + say("unit.seconds");
        return seconds < 0 && !whole.isZero() ? "-" + text : text;
    }

    private String parts(long large, String largeUnit, long small, String smallUnit) {
        String first = number((double) large, 0) + " " + say(largeUnit);
        return small == 0 ? first : first + " " + small + " " + say(smallUnit);
    }

    private String scaled(double value, int base, List<String> prefixes, String unit) {
        double rest = value;
        int prefix = 0;
        // 999.5 would be written as 1.000 with the smaller prefix.
        while (Math.abs(rest) >= base - 0.5 && prefix < prefixes.size() - 1) {
            rest /= base;
            prefix++;
        }
        return number(rest) + " " + prefixes.get(prefix) + unit;
    }

    private String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value == 0 ? 0 : value);
    }

    private static String withUnit(String number, String unit) {
        return unit.isEmpty() ? number : number + " " + unit;
    }

    private String say(String key) {
        return Messages.of(language).say(key);
    }
}
