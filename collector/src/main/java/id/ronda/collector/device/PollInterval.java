package id.ronda.collector.device;

import id.ronda.kernel.Wording;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of an interval in the API, in CSV files and as the step of a chart: {@code 30s}, {@code 5m}, {@code 1h}. */
public final class PollInterval {

    /** What a device without an interval is asked at. */
    public static final Duration DEFAULT = Duration.ofSeconds(60);

    /** What is wrong with a text that {@link #parse} does not take. */
    public static final Wording REASONS = new Wording(
            "must be a whole number followed by s, m or h, from 1s to 24h, for example 30s",
            "harus bilangan bulat diikuti s, m, atau h, dari 1s sampai 24h, misalnya 30s");

    private static final Duration LONGEST = Duration.ofHours(24);

    // Five digits hold 24 h in seconds; longer numbers are out of range and must not overflow.
    private static final Pattern GRAMMAR = Pattern.compile("(\\d{1,5})([smh])");

    private PollInterval() {}

    /** The interval of that text, or empty if it is not one from 1 s to 24 h. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Duration interval = unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
        return Optional.of(interval).filter(i -> i.isPositive() && i.compareTo(LONGEST) <= 0);
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
    }

    /** Always in seconds, so that the same interval is the same text everywhere. */
    public static String text(Duration interval) {
        return interval.toSeconds() + "s";
    }
}
