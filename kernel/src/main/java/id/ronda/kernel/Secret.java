package id.ronda.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A word that must not be seen: a password, a community, a token. Logs, JSON and string templates show {@code ***};
 * only {@link #reveal()} gives the word, so that every use can be found by that name.
 */
public final class Secret {

    private static final String SHOWN = "***";

    private final String value;

    /** @param value the word itself, possibly empty */
    @JsonCreator
    public Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** The same as the constructor, where a name reads better. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The word itself; the caller must not log or answer it. */
    public String reveal() {
        return value;
    }

    /** Compares in constant time, so that the answer's delay tells nothing about the word. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(value.getBytes(UTF_8), that.value.getBytes(UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    @JsonValue
    public String toString() {
        return SHOWN;
    }
}
