package id.ronda.identity;

import id.ronda.identity.audit.Sealer;
import id.ronda.identity.audit.SealerPace;
import id.ronda.kernel.DataFolder;
import id.ronda.kernel.ModuleLife;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.ModuleMigrations;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;

/** Identity, built of its parts. Built after the migrations have run; started once; closed once. */
public final class IdentityModule implements ModuleLife {

    /** Its schema. */
    public static final ModuleMigrations MIGRATIONS =
            new ModuleMigrations("identity", "classpath:id/ronda/identity/migrations");

    private final AuditTrail trail;
    private final Sealer sealer;

    /**
     * Prepares the module.
     *
     * @param folder keeps the signing key and the checkpoints of the audit trail
     */
    public IdentityModule(
            Database database, DataFolder folder, Clock clock, SecureRandom random, MeterRegistry meters) {
        trail = new AuditTrail(clock);
        sealer = new Sealer(database, folder.audit(), folder.keys(), SealerPace.USUAL, clock, random, meters);
    }

    /** Where modules tell who acts and what happened. */
    public AuditTrail trail() {
        return trail;
    }

    @Override
    public void start() {
        sealer.start();
    }

    @Override
    public void close() {
        sealer.close();
    }
}
