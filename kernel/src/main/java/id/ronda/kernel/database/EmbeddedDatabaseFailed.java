package id.ronda.kernel.database;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot be used; the message says why and what to do. */
public final class EmbeddedDatabaseFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedDatabaseFailed(@Nullable String reason, @Nullable Throwable cause) {
        super("the embedded database cannot be used: " + reason, cause);
    }
}
