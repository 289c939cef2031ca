package id.ronda.kernel.database;

/** The lane's queue is full, or its turn did not come in time: nothing was done, and the caller may try again later. */
public final class DatabaseBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseBusy(Lane lane, String reason) {
        super("database lane " + lane.tag() + " is busy: " + reason);
    }
}
