package id.ronda.dashboards.page;

import id.ronda.dashboards.text.PageText;
import id.ronda.identity.Account;
import id.ronda.identity.AccountState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as pages show it.
 *
 * @param unit the name of its unit, empty for none
 */
record UserRow(Account account, String unit, PageText text) {

    String path() {
        return UsersQuery.PATH + "/" + account.id();
    }

    /** Decides shape and colour. */
    String status() {
        return switch (account.state()) {
            case ACTIVE -> "up";
            case DISABLED -> "off";
            case NOT_YET -> "unknown";
            case EXPIRED -> "warning";
        };
    }

    String state() {
        return text.say("user.state." + UsersQuery.code(account.state()));
    }

    boolean disabled() {
        return account.state() == AccountState.DISABLED;
    }

    /** A moment, or that there was none. */
    String when(@Nullable Instant time, String none) {
        return time == null ? text.say(none) : text.absolute(time);
    }

    /** The day of a moment as fields of forms have it; empty for none. */
    String day(@Nullable Instant time) {
        return time == null ? "" : time.atZone(text.zone()).toLocalDate().toString();
    }
}
