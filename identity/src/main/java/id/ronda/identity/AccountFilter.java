package id.ronda.identity;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts; null is any.
 *
 * @param words part of the sign-in name, the name or the e-mail address, whatever the case
 * @param unit only of this unit
 * @param state only in this state
 */
public record AccountFilter(
        @Nullable String words,
        @Nullable UnitId unit,
        @Nullable AccountState state) {

    /** All accounts. */
    public static final AccountFilter ALL = new AccountFilter(null, null, null);

    private static final int LONGEST = 100;

    public AccountFilter {
        words = AuditText.cleanOrNull(words, LONGEST);
    }

    /** The same in that state only. */
    public AccountFilter in(AccountState other) {
        return new AccountFilter(words, unit, other);
    }
}
