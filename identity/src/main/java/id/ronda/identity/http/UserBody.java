package id.ronda.identity.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.identity.Account;
import id.ronda.identity.AccountState;
import id.ronda.kernel.Json;
import id.ronda.kernel.http.Column;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An account as it is listed. */
record UserBody(
        long id,
        String name,
        String displayName,
        @Nullable String email,
        @Nullable Long unit,
        String language,
        String state,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        boolean secondFactor,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {

    static final List<Column<UserBody>> COLUMNS = List.of(
            new Column<>("id", UserBody::id),
            new Column<>("name", UserBody::name),
            new Column<>("displayName", UserBody::displayName),
            new Column<>("email", UserBody::email),
            new Column<>("unit", UserBody::unit),
            new Column<>("state", UserBody::state),
            new Column<>("validUntil", UserBody::validUntil),
            new Column<>("secondFactor", UserBody::secondFactor),
            new Column<>("lastSignInAt", UserBody::lastSignInAt));

    static UserBody of(Account account) {
        var draft = account.draft();
        return new UserBody(
                account.id().value(),
                draft.name(),
                draft.displayName(),
                draft.email(),
                draft.unit() == null ? null : draft.unit().value(),
                draft.language().tag(),
                state(account.state()),
                draft.validFrom(),
                draft.validUntil(),
                account.secondFactor(),
                account.mustChangePassword(),
                account.createdAt(),
                account.lastSignInAt());
    }

    /** A state as the API knows it. */
    static String state(AccountState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** What of an account can be edited, as it is sent for that. */
    static ObjectNode form(Account account) {
        UserBody body = of(account);
        return Json.mapper()
                .createObjectNode()
                .put("name", body.name())
                .put("displayName", body.displayName())
                .put("email", body.email())
                .put("unit", body.unit())
                .put("language", body.language())
                .put(
                        "validFrom",
                        body.validFrom() == null ? null : body.validFrom().toString())
                .put(
                        "validUntil",
                        body.validUntil() == null ? null : body.validUntil().toString());
    }
}
