package id.ronda.kernel.database;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The names of the three roles: who owns the schemas and migrates them, who works in them, who only reads views. In a
 * database of somebody else two or all three may be one and the same.
 *
 * @param owner runs the migrations and nothing else
 * @param app does the product's work: no DDL, owns nothing
 * @param read reads the views that a migration grants to it, and nothing else
 */
public record DatabaseRoles(String owner, String app, String read) {

    /** The owner's name where we make it. */
    public static final String OWNER = "ronda_owner";

    /** The working role's name where we make it. */
    public static final String APP = "ronda_app";

    /** The reading role's name where we make it. */
    public static final String READ = "ronda_read";

    /**
     * The roles of a database as its owner sees them: those of our names that exist; the owner stands in for the rest.
     *
     * @param appName what the working role is called here
     */
    static DatabaseRoles present(Handle owner, String appName) {
        String self =
                owner.createQuery("select current_user").mapTo(String.class).one();
        List<String> known = owner.createQuery("select rolname from pg_roles where rolname in (<names>)")
                .bindList("names", appName, READ)
                .mapTo(String.class)
                .list();
        return new DatabaseRoles(self, known.contains(appName) ? appName : self, known.contains(READ) ? READ : self);
    }

    /** What a migration may name: {@code ${owner}}, {@code ${app}} and {@code ${read}}. */
    Map<String, String> placeholders() {
        return Map.of("owner", quoted(owner), "app", quoted(app), "read", quoted(read));
    }

    boolean appIsOwner() {
        return app.equals(owner);
    }

    /** An SQL identifier, whatever the name is made of. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
