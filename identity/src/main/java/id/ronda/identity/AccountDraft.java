package id.ronda.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of an account.
 *
 * @param name the sign-in name; case does not matter
 * @param validFrom when its time begins; null: at once
 * @param validUntil when it ends, as an auditor's does; null: never
 */
public record AccountDraft(
        String name,
        String displayName,
        @Nullable String email,
        @Nullable UnitId unit,
        Language language,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {

    /** A draft of name and display name alone. */
    public static AccountDraft of(String name, String displayName) {
        return new AccountDraft(name, displayName, null, null, Language.ID, null, null);
    }
}
