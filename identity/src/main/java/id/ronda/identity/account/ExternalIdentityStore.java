package id.ronda.identity.account;

import id.ronda.identity.AccountId;
import id.ronda.identity.ExternalIdentity;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of who is who elsewhere. */
final class ExternalIdentityStore {

    Optional<AccountId> account(Handle handle, ExternalIdentity identity) {
        return handle.createQuery("""
                        select account_id from identity.external_identity where issuer = :issuer and subject = :subject
                        """)
                .bindMethods(identity)
                .mapTo(Long.class)
                .findOne()
                .map(AccountId::new);
    }

    Optional<ExternalIdentity> find(Handle handle, AccountId account) {
        return handle.createQuery("select issuer, subject from identity.external_identity where account_id = :account")
                .bind("account", account.value())
                .map((row, context) -> new ExternalIdentity(row.getString("issuer"), row.getString("subject")))
                .findOne();
    }

    /** Two first sign-ins of one person take turns, until the transaction ends. */
    void lock(Handle handle, ExternalIdentity identity) {
        handle.createQuery("select pg_advisory_xact_lock(hashtextextended(:issuer || ' ' || :subject, 6))::text")
                .bindMethods(identity)
                .mapTo(String.class)
                .one();
    }

    void insert(Handle handle, AccountId account, ExternalIdentity identity, Instant now) {
        handle.createUpdate("""
                        insert into identity.external_identity (issuer, subject, account_id, linked_at)
                        values (:issuer, :subject, :account, :now)
                        """)
                .bindMethods(identity)
                .bind("account", account.value())
                .bind("now", now)
                .execute();
    }

    /** False when there was none. */
    boolean delete(Handle handle, AccountId account) {
        return handle.createUpdate("delete from identity.external_identity where account_id = :account")
                        .bind("account", account.value())
                        .execute()
                > 0;
    }
}
