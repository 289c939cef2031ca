package id.ronda.dashboards.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Everything a template needs to speak to one reader.
 *
 * @param now the moment from which "ago" counts
 */
public record PageText(Language language, ZoneId zone, Instant now) {

    /** The sentence of that key. */
    public String say(String key, Object... places) {
        return Messages.of(language).say(key, places);
    }

    /** The sentence of that key, or empty: for names that come from outside. */
    public Optional<String> find(String key, Object... places) {
        return Messages.of(language).find(key, places);
    }

    /** A number in the reader's form. */
    public String number(double value) {
        return new QuantityFormat(language).number(value);
    }

    /** A value with its unit, given as UCUM. */
    public String quantity(double value, String unit) {
        return new QuantityFormat(language).quantity(value, unit);
    }

    /** How a UCUM unit is written. */
    public String symbol(String unit) {
        return new QuantityFormat(language).symbol(unit);
    }

    /** A length of time in its two largest parts. */
    public String duration(double seconds) {
        return new QuantityFormat(language).duration(seconds);
    }

    /** A time on the office's clock. */
    public String absolute(Instant time) {
        return new TimeFormat(language, zone).absolute(time);
    }

    /** How long ago a time was. */
    public String ago(Instant time) {
        return new TimeFormat(language, zone).ago(time, now);
    }

    /** The office's clock now, to the minute. */
    public String clock() {
        return new TimeFormat(language, zone).clock(now);
    }

    /** The name of the office's clock now, for example {@code WIB}. */
    public String zoneName() {
        return new TimeFormat(language, zone).zoneName(now.atZone(zone));
    }
}
