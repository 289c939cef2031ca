package id.ronda.dashboards.page;

import id.ronda.identity.AccountState;
import id.ronda.identity.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of accounts.
 *
 * @param units all that can be chosen
 * @param edits whether the reader may make accounts
 * @param next the {@code next} of the list, null on the last page
 */
record UsersPage(
        PageFrame frame,
        UsersQuery query,
        List<UserRow> rows,
        List<Unit> units,
        boolean edits,
        @Nullable String next) {

    /** The address of the page behind; null on the last. */
    @Nullable
    String more() {
        return next == null ? null : query.behind(next);
    }

    List<AccountState> states() {
        return List.of(AccountState.values());
    }
}
