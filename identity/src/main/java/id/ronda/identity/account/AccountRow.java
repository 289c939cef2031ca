package id.ronda.identity.account;

import id.ronda.identity.Account;
import id.ronda.identity.AccountId;
import id.ronda.identity.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account with what only the door may see of it.
 *
 * @param hash null: it has no password
 * @param passwordValidUntil null: its password does not end by itself
 */
record AccountRow(
        Account account,
        @Nullable PasswordHash hash,
        @Nullable Instant passwordValidUntil) {

    AccountId id() {
        return account.id();
    }

    /** Why nobody comes in here, whatever he shows; empty: nothing is against it. */
    Optional<Refusal> closed() {
        return switch (account.state()) {
            case ACTIVE -> Optional.empty();
            case DISABLED -> Optional.of(Refusal.DISABLED);
            case NOT_YET -> Optional.of(Refusal.NOT_YET_VALID);
            case EXPIRED -> Optional.of(Refusal.EXPIRED);
        };
    }

    /** Why nobody comes in here even with the right password; empty: nothing is against it. */
    Optional<Refusal> refusal(Instant now) {
        Optional<Refusal> closed = closed();
        if (closed.isPresent()) {
            return closed;
        }
        if (hash == null) {
            return Optional.of(Refusal.NO_PASSWORD);
        }
        boolean over = passwordValidUntil != null && !now.isBefore(passwordValidUntil);
        return over ? Optional.of(Refusal.PASSWORD_EXPIRED) : Optional.empty();
    }
}
