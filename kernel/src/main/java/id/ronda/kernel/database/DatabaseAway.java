package id.ronda.kernel.database;

/**
 * No connection could be had, or it broke while in use. When it broke during the commit nobody knows whether the
 * transaction took place: what is sent again must carry an id that makes the second time harmless.
 */
public final class DatabaseAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseAway(Lane lane, Throwable cause) {
        super("the database is away (lane " + lane.tag() + "): " + cause.getMessage(), cause);
    }
}
