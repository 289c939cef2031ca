package id.ronda.identity;

import java.util.Locale;

/** The languages of everything that people read; the first one is the default. */
public enum Language {
    /** Bahasa Indonesia. */
    ID,
    /** English. */
    EN;

    /** The tag of BCP 47: {@code id} or {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this tag; Indonesian for every other text. */
    public static Language of(String tag) {
        return tag.equals("en") ? EN : ID;
    }
}
