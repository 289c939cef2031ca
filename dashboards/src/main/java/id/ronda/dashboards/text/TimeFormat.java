package id.ronda.dashboards.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;

/** Times on the office's clock, and how long ago they were. */
public final class TimeFormat {

    private final Language language;
    private final ZoneId zone;

    public TimeFormat(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    /** {@code 21 Nov 2026 15.04.05 WIB}. */
    public String absolute(Instant time) {
        ZonedDateTime there = time.atZone(zone);
        return dateAndTime().format(there) + " " + zoneName(there);
    }

    /** {@code 15.04}. */
    public String clock(Instant time) {
        String pattern = language == Language.INDONESIAN ? "HH.mm" : "HH:mm";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(time.atZone(zone));
    }

    /** {@code 12 detik lalu}; a time that has not come yet, from a clock that is ahead, is {@code baru saja}. */
    public String ago(Instant time, Instant now) {
        Duration age = Duration.between(time, now);
        Messages messages = Messages.of(language);
        if (age.toSeconds() < 5) {
            return messages.say("ago.now");
        }
        if (age.toMinutes() < 1) {
            return messages.say("ago.seconds", age.toSeconds());
        }
        if (age.toHours() < 1) {
            return messages.say("ago.minutes", age.toMinutes());
        }
        return age.toHours() < 48 ? messages.say("ago.hours", age.toHours()) : messages.say("ago.days", age.toDays());
    }

    /** {@code WIB}, {@code WITA} or {@code WIT} in Indonesia, elsewhere what the JDK calls the zone. */
    String zoneName(ZonedDateTime time) {
        return switch (zone.getId()) {
            case "Asia/Jakarta", "Asia/Pontianak" -> "WIB";
            case "Asia/Makassar", "Asia/Ujung_Pandang" -> "WITA";
            case "Asia/Jayapura" -> "WIT";
            default ->
                zone.getDisplayName(TextStyle.SHORT, language.locale()).isEmpty()
                        ? zone.getId()
                        : DateTimeFormatter.ofPattern("zzz", language.locale()).format(time);
        };
    }

    /** Indonesian clocks are written with a point. */
    private DateTimeFormatter dateAndTime() {
        String pattern = language == Language.INDONESIAN ? "d MMM yyyy HH.mm.ss" : "d MMM yyyy HH:mm:ss";
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }
}
