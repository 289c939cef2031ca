package id.ronda.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a thing may be known, from open to closed: the order is the order of the constants. */
public enum Classification {
    /** Everybody may know it. */
    PUBLIK("Publik", "Public"),
    /** For those who work with it. */
    TERBATAS("Terbatas", "Restricted"),
    /** For those who are named. */
    RAHASIA("Rahasia", "Secret");

    private final String indonesian;
    private final String english;

    Classification(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    /** As the API and the database know it: {@code terbatas}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of that code, or empty if there is none. */
    public static Optional<Classification> ofCode(String code) {
        return Arrays.stream(values())
                .filter(level -> level.code().equals(code))
                .findFirst();
    }

    /** What people read. */
    public Label label() {
        return new Label(indonesian, english);
    }

    /** Whether a clearance of this level opens things of that one. */
    public boolean opens(Classification thing) {
        return compareTo(thing) >= 0;
    }
}
