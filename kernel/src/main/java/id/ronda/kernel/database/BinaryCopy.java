package id.ronda.kernel.database;

import java.sql.SQLException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Binary COPY into a table through one buffer that is kept from copy to copy. Not for several threads at once: each
 * writer has its own.
 *
 * <pre>{@code
 * BinaryCopy copy = new BinaryCopy();
 * database.run(Lane.INGEST, handle -> copy.into(handle,
 *         "copy sample (series_id, time, value) from stdin (format binary)",
 *         rows -> samples.forEach(s -> rows.sample(s.series(), s.micros(), s.value()))));
 * }</pre>
 */
public final class BinaryCopy {

    /** As large as the driver's own stream buffer can take in one write without splitting a sample's row too often. */
    private static final int DEFAULT_BYTES = 64 * 1024;

    private static final int SMALLEST_BYTES = 128;

    private final byte[] buffer;

    /** A copy with a buffer of 64 KiB. */
    public BinaryCopy() {
        this(DEFAULT_BYTES);
    }

    /** @param bytes size of the buffer, at least 128 */
    public BinaryCopy(int bytes) {
        if (bytes < SMALLEST_BYTES) {
            throw new IllegalArgumentException(
                    "a copy's buffer needs " + SMALLEST_BYTES + " bytes or more, not " + bytes);
        }
        this.buffer = new byte[bytes];
    }

    /**
     * Sends rows in the transaction of the handle.
     *
     * @param copySql a {@code COPY … FROM STDIN (FORMAT binary)} statement
     * @param writer writes all rows; when it throws, the COPY is cancelled and the exception passes
     * @return the number of rows the server stored
     * @throws SQLException when the server refuses the COPY; the transaction is then void
     */
    public long into(Handle handle, String copySql, Consumer<CopyRows> writer) throws SQLException {
        CopyIn copy =
                handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(copySql);
        try {
            CopyRows rows = new CopyRows(buffer, (bytes, length) -> send(copy, bytes, length));
            writer.accept(rows);
            rows.end();
            return copy.endCopy();
        } catch (SendFailed e) {
            throw e.cause;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, byte[] bytes, int length) {
        try {
            copy.writeToCopy(bytes, 0, length);
        } catch (SQLException e) {
            throw new SendFailed(e);
        }
    }

    /** Carries the driver's exception through the writer, which knows nothing of SQL. */
    private static final class SendFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final SQLException cause;

        SendFailed(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
