package id.ronda.identity.store;

import id.ronda.identity.AuditTrail;
import id.ronda.identity.Caller;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.Work;
import io.vertx.core.Future;
import org.jdbi.v3.core.Handle;

/** Does edits in somebody's name: what the database's triggers write into the audit trail carries it. */
public final class Acting {

    private final Database database;
    private final AuditTrail trail;

    public Acting(Database database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    /** The work in one transaction of that caller's. */
    public <T> Future<T> call(Caller by, Work<T> work) {
        return database.call(Lane.EDITS, handle -> work.in(as(by, handle)));
    }

    /** The same for who may wait. */
    public <T> T run(Caller by, Work<T> work) {
        return database.run(Lane.EDITS, handle -> work.in(as(by, handle)));
    }

    /** Where such a work writes what is no change of a row. */
    public AuditTrail trail() {
        return trail;
    }

    private Handle as(Caller by, Handle handle) {
        trail.begin(handle, by.actor());
        return handle;
    }
}
