package id.ronda.identity.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is asked of accounts from outside the package of accounts. */
public final class AccountRows {

    private AccountRows() {}

    /** The id of the account whose sign-in name is compared by this key, as text; empty if there is none. */
    public static Optional<String> id(Handle handle, String nameKey) {
        return handle.createQuery("select id::text from identity.account where name_key = :key")
                .bind("key", nameKey)
                .mapTo(String.class)
                .findOne();
    }

    /** Whether this database has accounts, and a trail that this version can write. */
    public static boolean exist(Handle handle) {
        return handle.createQuery("""
                        select to_regclass('identity.account') is not null
                           and to_regprocedure('identity.audit_grant()') is not null
                        """).mapTo(Boolean.class).one();
    }
}
