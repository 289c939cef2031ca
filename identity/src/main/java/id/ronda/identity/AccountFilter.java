package id.ronda.identity;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts; null is any.
 *
 * @param words part of the sign-in name, the name or the e-mail address, whatever the case
 * @param unit only of this unit
 * @param state only in this state
 * @param scope only of these units
 */
public record AccountFilter(
        @Nullable String words,
        @Nullable UnitId unit,
        @Nullable AccountState state,
        Scope scope) {

    /** All accounts. */
    public static final AccountFilter ALL = new AccountFilter(null, null, null, new Scope.Everything());

    private static final int LONGEST = 100;

    public AccountFilter {
        words = AuditText.cleanOrNull(words, LONGEST);
    }

    /** Those that this caller may see. */
    public static AccountFilter seenBy(Caller caller) {
        return new AccountFilter(null, null, null, caller.scope(Right.USER_READ));
    }

    /** The same in that state only. */
    public AccountFilter in(AccountState other) {
        return new AccountFilter(words, unit, other, scope);
    }
}
