package id.ronda.identity;

import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import java.util.Map;

/** Writes every way a sign-in ended into the audit trail. A name that no account has is not written: people type passwords there. */
public final class AuditedSignIns implements SignInTrail {

    private static final Map<String, AuditAction> ACTIONS = Map.of(
            "signed-in", AuditAction.SIGNED_IN,
            "signed-out", AuditAction.SIGNED_OUT,
            "recovered", AuditAction.RECOVERED);

    private final Database database;
    private final AuditTrail trail;

    public AuditedSignIns(Database database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public void note(String name, String address, String outcome) {
        String label = outcome.equals("unknown-account") || name.isEmpty() ? null : name;
        var action = ACTIONS.getOrDefault(outcome, AuditAction.SIGN_IN_FAILED);
        var from = new Actor.Origin(address, null, null);
        database.run(Lane.EDITS, handle -> {
            trail.begin(
                    handle, label == null ? Actor.anonymous(from) : new Actor(Actor.Kind.PERSON, null, label, from));
            return trail.event(
                    handle, AuditEvent.of(action, "sign-in", null, label).because(outcome));
        });
    }
}
