package id.ronda.dashboards.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages the pages speak. Indonesian is what is spoken when nobody asked. */
public enum Language {
    INDONESIAN(Locale.of("id", "ID")),
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** Decides how numbers and names of months are written. */
    public Locale locale() {
        return locale;
    }

    /** The tag of the {@code lang} attribute, the {@code lang} parameter and the cookie: {@code id} or {@code en}. */
    public String code() {
        return locale.getLanguage();
    }

    /** The language of that code, or empty if the pages do not speak it. */
    public static Optional<Language> ofCode(@Nullable String code) {
        return Arrays.stream(values()).filter(l -> l.code().equals(code)).findFirst();
    }

    /** What a reader gets: the one chosen in the address, else in the cookie, else by the browser, else Indonesian. */
    public static Language chosen(
            @Nullable String parameter, @Nullable String cookie, @Nullable String acceptLanguage) {
        return ofCode(parameter).or(() -> ofCode(cookie)).orElseGet(() -> accepted(acceptLanguage));
    }

    private static Language accepted(@Nullable String header) {
        Locale match = Locale.lookup(
                ranges(header), Arrays.stream(values()).map(Language::spoken).toList());
        return match == null ? INDONESIAN : ofCode(match.getLanguage()).orElse(INDONESIAN);
    }

    private static Locale spoken(Language language) {
        return Locale.of(language.code());
    }

    /** A header that is not one (RFC 9110, 12.5.4) is as good as none: a page is no place to argue about it. */
    private static List<Locale.LanguageRange> ranges(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > 500) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException notAHeader) {
            return List.of();
        }
    }
}
