package id.ronda.dashboards.text;

import java.util.Arrays;
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

    /**
     * What a reader gets: the one chosen in the address, else in the cookie, else Indonesian. The browser's own wish does not
     * count: browsers in Indonesian offices often come in English, their readers do not.
     */
    public static Language chosen(@Nullable String parameter, @Nullable String cookie) {
        return ofCode(parameter).or(() -> ofCode(cookie)).orElse(INDONESIAN);
    }
}
