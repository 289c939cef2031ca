package id.ronda.collector.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;

/**
 * A date written as text, as seconds since 1970. A device does not tell its zone: UTC is taken, and without a time of day the day's
 * beginning.
 *
 * @param forms the first that fits is taken
 */
public record Dates(List<DateTimeFormatter> forms) implements TextForm {

    public Dates {
        forms = List.copyOf(forms);
    }

    /** Forms in the letters of {@link DateTimeFormatter}, English names, any case; wrong letters are an IllegalArgumentException. */
    public static Dates of(List<String> patterns) {
        return new Dates(patterns.stream()
                .map(p -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(p)
                        .toFormatter(Locale.ENGLISH))
                .toList());
    }

    @Override
    public double number(String text) {
        String plain = text.replace('\0', ' ').strip().replaceAll("\\s+", " ");
        return forms.stream()
                .mapToDouble(form -> seconds(form, plain))
                .filter(Double::isFinite)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double seconds(DateTimeFormatter form, String text) {
        try {
            return seconds(form.parse(text));
        } catch (DateTimeParseException notThisForm) {
            return Double.NaN;
        }
    }

    private static double seconds(TemporalAccessor parsed) {
        var day = parsed.query(TemporalQueries.localDate());
        var time = parsed.query(TemporalQueries.localTime());
        return day == null ? Double.NaN : seconds(day, time == null ? LocalTime.MIDNIGHT : time);
    }

    private static double seconds(LocalDate day, LocalTime time) {
        return day.atTime(time).toEpochSecond(ZoneOffset.UTC);
    }
}
