package id.ronda.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token to be made.
 *
 * @param name what people know it by
 * @param rights what it may, of what its owner may; never more
 * @param expiresAt required for a personal one and then within a year; null: a service's token that is revoked by hand
 */
public record TokenDraft(
        Kind kind, String name, Set<Right> rights, @Nullable Instant expiresAt) {

    /** In whose name a token speaks. */
    public enum Kind {
        /** In its owner's. */
        PERSONAL,
        /** In a program's own; its owner answers for it and can hand it over. */
        SERVICE
    }

    public TokenDraft {
        rights = Set.copyOf(rights);
    }
}
