package id.ronda.identity;

import id.ronda.identity.audit.Verification;
import id.ronda.kernel.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Verifies the audit trail of an installation, whether its server runs or not. Nothing is written. */
public final class AuditVerification {

    private AuditVerification() {}

    /**
     * Walks the whole trail to the first fault, in memory that does not grow with it.
     *
     * @param database the installation's, as a role that may read the trail
     * @param data its data folder
     * @return empty when this database has no trail
     * @throws IOException when the file of checkpoints cannot be read
     */
    public static Optional<AuditVerdict> of(Database database, Path data) throws IOException {
        Verification verification = new Verification(database, data.resolve("audit"), data.resolve("keys"));
        return verification.hasTrail() ? Optional.of(verification.run()) : Optional.empty();
    }
}
