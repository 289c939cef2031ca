package id.ronda.kernel.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a lost connection from a statement that failed, by the SQLSTATE (PostgreSQL manual, appendix A). */
final class ConnectionLoss {

    private ConnectionLoss() {}

    static boolean causedBy(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException sql && meansLoss(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Class 08 is the connection itself; 57P01 to 57P03 are a server that stops, crashed or is still starting. */
    private static boolean meansLoss(@Nullable String state) {
        return state != null
                && (state.startsWith("08") || state.equals("57P01") || state.equals("57P02") || state.equals("57P03"));
    }
}
