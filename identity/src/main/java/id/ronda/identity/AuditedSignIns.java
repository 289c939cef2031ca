package id.ronda.identity;

import id.ronda.identity.account.SignInName;
import id.ronda.identity.store.AccountRows;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes every way a sign-in ended into the audit trail. A name that no account has is not written: people type passwords there. */
public final class AuditedSignIns implements SignInTrail {

    private static final Map<String, AuditAction> ACTIONS =
            Map.of("signed-in", AuditAction.SIGNED_IN, "signed-out", AuditAction.SIGNED_OUT);

    private final Database database;
    private final AuditTrail trail;

    public AuditedSignIns(Database database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public void note(String name, String address, String outcome) {
        @Nullable String label = outcome.equals("unknown-account") || name.isEmpty() ? null : name;
        AuditAction action = ACTIONS.getOrDefault(outcome, AuditAction.SIGN_IN_FAILED);
        Actor.Origin from = new Actor.Origin(address, null, null);
        database.run(Lane.EDITS, handle -> {
            Optional<String> id = label == null ? Optional.empty() : AccountRows.id(handle, SignInName.key(label));
            // Who failed has not shown who he is: the account is only what he tried.
            trail.begin(
                    handle,
                    action == AuditAction.SIGN_IN_FAILED || label == null
                            ? Actor.anonymous(from)
                            : new Actor(Actor.Kind.PERSON, id.orElse(null), label, from));
            return trail.event(
                    handle,
                    AuditEvent.of(action, "sign-in", id.orElse(null), label).because(outcome));
        });
    }
}
