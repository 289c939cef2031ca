package id.ronda.collector.store;

import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;

/** The database server itself, as far as a benchmark must know it. */
public final class ServerView {

    private final Database database;

    /** A view of the server of that database. */
    public ServerView(Database database) {
        this.database = database;
    }

    /** Devices in the register. */
    public long devices() {
        return number("select count(*) from collector.device");
    }

    /** Devices that a sample of was stored. */
    public long polledDevices() {
        return number("select count(*) from collector.device_progress");
    }

    /** The process at the other end of the connection, on the server's machine. */
    public long process() {
        return number("select pg_backend_pid()");
    }

    /** For example {@code PostgreSQL 18.6, btree (series_id, time), fsync on}. */
    public String store() {
        return database.run(
                Lane.EDITS,
                handle -> handle.createQuery("select 'PostgreSQL ' || current_setting('server_version')"
                                + " || ', btree (series_id, time), fsync ' || current_setting('fsync')")
                        .mapTo(String.class)
                        .one());
    }

    private long number(String sql) {
        return database.run(
                Lane.EDITS, handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
