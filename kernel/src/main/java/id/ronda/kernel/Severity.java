package id.ronda.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How bad something is, from good to know to wake somebody; the order of the constants is the order of badness. */
public enum Severity {
    /** Good to know; nobody is told. */
    INFO,
    /** To be looked at in office hours. */
    WARNING,
    /** To be looked at now. */
    CRITICAL;

    /** The lower-case word used on the wire and in the database: {@code info}, {@code warning}, {@code critical}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a wire word.
     *
     * @throws IllegalArgumentException when the word is none of the three
     */
    @JsonCreator
    public static Severity of(String word) {
        for (Severity severity : values()) {
            if (severity.word().equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("severity must be info, warning or critical, not '" + word + "'");
    }
}
