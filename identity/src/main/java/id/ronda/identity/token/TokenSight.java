package id.ronda.identity.token;

import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Right;
import id.ronda.identity.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens somebody sees.
 *
 * @param self his own account; null for who has none
 * @param people of whom he sees every token
 * @param services of whom he sees those that are a program's
 */
record TokenSight(@Nullable AccountId self, Scope people, Scope services) {

    static TokenSight of(Caller by) {
        return new TokenSight(account(by), by.scope(Right.USER_WRITE), by.scope(Right.TOKEN_SERVICE));
    }

    private static @Nullable AccountId account(Caller by) {
        return switch (by) {
            case Caller.Person person -> person.account();
            case Caller.Service service -> service.owner();
            case Caller.Anonymous nobody -> null;
        };
    }

    /** Whether this is one's own account. */
    boolean isOwn(AccountId owner) {
        return owner.equals(self);
    }
}
