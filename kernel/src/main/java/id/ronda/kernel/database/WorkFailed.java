package id.ronda.kernel.database;

/** Carries a checked exception of {@link Work} to the caller; the transaction was rolled back. */
public final class WorkFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkFailed(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
