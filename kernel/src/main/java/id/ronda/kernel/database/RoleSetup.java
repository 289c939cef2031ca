package id.ronda.kernel.database;

import static id.ronda.kernel.database.DatabaseRoles.quoted;

import id.ronda.kernel.Secret;
import org.jdbi.v3.core.Handle;
import org.postgresql.util.PasswordUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes roles and the database, as far as the login it is given may. */
final class RoleSetup {

    private static final Logger LOG = LoggerFactory.getLogger(RoleSetup.class);

    private final Handle admin;

    RoleSetup(Handle admin) {
        this.admin = admin;
    }

    boolean mayCreateRoles() {
        return admin.createQuery("select rolsuper or rolcreaterole from pg_roles where rolname = current_user")
                .mapTo(Boolean.class)
                .one();
    }

    /** Makes a role that may sign in, and nothing more, if it is absent. */
    void create(String role, Secret password) {
        if (!exists("pg_roles", "rolname", role)) {
            admin.execute("create role " + quoted(role) + " login nosuperuser nocreatedb nocreaterole noreplication");
            setPassword(role, password);
            LOG.info("made the database role {}", role);
        }
    }

    /** Makes a role that cannot sign in until its operator gives it a password, if it is absent. */
    void createWithoutLogin(String role) {
        if (!exists("pg_roles", "rolname", role)) {
            admin.execute("create role " + quoted(role) + " nologin");
            LOG.info("made the database role {}; give it LOGIN and a password to use it", role);
        }
    }

    /**
     * Gives a role this password, whatever it was before. Only what checks it goes into the statement: statements are
     * quoted by exceptions and by the server's log.
     */
    void setPassword(String role, Secret password) {
        admin.execute("alter role " + quoted(role) + " password " + verifier(password));
    }

    /** As PostgreSQL keeps it: SCRAM-SHA-256 (RFC 5802, RFC 7677); no password at all for an empty one, as there. */
    private static String verifier(Secret password) {
        return password.reveal().isEmpty()
                ? "null"
                : literal(PasswordUtil.encodeScramSha256(password.reveal().toCharArray()));
    }

    /** The reading role cannot write even where a grant would let it, and no query of it runs for ever. */
    void restrainReader() {
        admin.execute("alter role " + DatabaseRoles.READ + " set default_transaction_read_only = on");
        admin.execute("alter role " + DatabaseRoles.READ + " set statement_timeout = '60s'");
    }

    /** Makes the database if it is absent; only the three roles may connect to it, and nobody works in public. */
    void createDatabase(String name) {
        if (!exists("pg_database", "datname", name)) {
            admin.execute("create database " + quoted(name) + " owner " + DatabaseRoles.OWNER);
        }
        admin.execute("revoke all on database " + quoted(name) + " from public");
        admin.execute(
                "grant connect on database " + quoted(name) + " to " + DatabaseRoles.APP + ", " + DatabaseRoles.READ);
    }

    private boolean exists(String catalog, String column, String name) {
        return admin.createQuery("select exists (select from " + catalog + " where " + column + " = :name)")
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    /** {@code ALTER ROLE} takes no parameters. */
    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
