package id.ronda.identity.session;

import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Client;
import id.ronda.identity.Credential;
import id.ronda.identity.Language;
import id.ronda.identity.Session;
import id.ronda.identity.SessionId;
import id.ronda.identity.UnitId;
import id.ronda.identity.store.ActiveAccount;
import id.ronda.identity.store.GrantRows;
import id.ronda.identity.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of sessions. Only hashes of their ids are in it: who reads the table cannot enter. */
public final class SessionStore {

    /** How long the second step may take. */
    static final Duration PENDING = Duration.ofMinutes(5);

    private static final Duration BETWEEN_TOUCHES = Duration.ofMinutes(1);

    /** Who comes in by a provider has no use for the password that he is to change. */
    private static final String BY_PROVIDER =
            "exists (select from identity.provider_session p where p.session_hash = s.hash)";

    private final Duration idle;
    private final Duration absolute;

    /**
     * A store of sessions with these limits.
     *
     * @param idle how long after its last use a session ends
     * @param absolute how long after its beginning it ends in any case
     */
    public SessionStore(Duration idle, Duration absolute) {
        this.idle = idle;
        this.absolute = absolute;
    }

    /** A first step that was taken, and whose. */
    public record Pending(AccountId account, String name, boolean mustChangePassword) {}

    /** Begins a session; those of anybody that are over are deleted by the way. */
    public void insert(
            Handle handle, AccountId account, byte[] hash, boolean awaitsFactor, Client client, Instant now) {
        handle.createUpdate("delete from identity.session where created_at < :begun_since")
                .bind("begun_since", now.minus(absolute))
                .execute();
        handle.createUpdate("""
                        insert into identity.session
                            (hash, account_id, awaits_factor, created_at, last_seen_at, address, user_agent)
                        values (:hash, :account, :awaits_factor, :now, :now, :address, :user_agent)
                        """)
                .bind("hash", hash)
                .bind("account", account.value())
                .bind("awaits_factor", awaitsFactor)
                .bind("now", now)
                .bind("address", client.address())
                .bind("user_agent", client.userAgent())
                .execute();
    }

    /** The caller of a live session with all he may, in one statement that also notes its use, once a minute at most. */
    Optional<Caller> caller(Handle handle, byte[] hash, Instant now) {
        return handle.createQuery("""
                        with touched as (
                            update identity.session set last_seen_at = :now
                            where hash = :hash and not awaits_factor and last_seen_at < :touched_before
                              and last_seen_at >= :seen_since and created_at >= :begun_since
                        )
                        select s.id as session_id, a.*, identity.grants_of(a.id)::text as grants
                             , a.must_change_password and not %s as must_change
                        from identity.session s join identity.account a on a.id = s.account_id
                        where s.hash = :hash and not s.awaits_factor
                          and s.last_seen_at >= :seen_since and s.created_at >= :begun_since and
                        """.formatted(BY_PROVIDER) + ActiveAccount.SQL)
                .bind("hash", hash)
                .bind("now", now)
                .bind("touched_before", now.minus(BETWEEN_TOUCHES))
                .bind("seen_since", now.minus(idle))
                .bind("begun_since", now.minus(absolute))
                .map((row, context) -> person(row))
                .findOne();
    }

    /**
     * Whose first step this is. Locks the account, as all do who end its sessions: none of them misses the session that is
     * about to begin.
     */
    public Optional<Pending> pending(Handle handle, byte[] hash, Instant now) {
        return handle.createQuery("""
                        select a.id, a.name, a.must_change_password and not %s as must_change
                        from identity.session s join identity.account a on a.id = s.account_id
                        where s.hash = :hash and s.awaits_factor and s.created_at >= :begun_since and
                        """.formatted(BY_PROVIDER) + ActiveAccount.SQL + " for no key update of a")
                .bind("hash", hash)
                .bind("begun_since", now.minus(PENDING))
                .bind("now", now)
                .map((row, context) -> new Pending(
                        new AccountId(row.getLong("id")), row.getString("name"), row.getBoolean("must_change")))
                .findOne();
    }

    /** Ends the session with this hash; whose it was. */
    public Optional<String> delete(Handle handle, byte[] hash) {
        return handle.createQuery("""
                        with gone as (delete from identity.session where hash = :hash returning account_id)
                        select a.name from gone join identity.account a on a.id = gone.account_id
                        """).bind("hash", hash).mapTo(String.class).findOne();
    }

    int delete(Handle handle, AccountId account, SessionId id) {
        return handle.createUpdate("delete from identity.session where id = :id and account_id = :account")
                .bind("id", id.value())
                .bind("account", account.value())
                .execute();
    }

    /** Whether that session has begun since then. */
    public boolean hasBegunSince(Handle handle, SessionId id, Instant since) {
        return handle.createQuery(
                        "select exists (select from identity.session where id = :id and created_at >= :since)")
                .bind("id", id.value())
                .bind("since", since)
                .mapTo(Boolean.class)
                .one();
    }

    /** Ends all sessions of an account; how many. */
    public int deleteAll(Handle handle, AccountId account) {
        return handle.createUpdate("delete from identity.session where account_id = :account")
                .bind("account", account.value())
                .execute();
    }

    /** Ends all sessions of an account but this one. */
    public void deleteOthers(Handle handle, AccountId account, SessionId kept) {
        handle.createUpdate("delete from identity.session where account_id = :account and id <> :kept")
                .bind("account", account.value())
                .bind("kept", kept.value())
                .execute();
    }

    /** The live sessions of an account, newest first. */
    public List<Session> of(Handle handle, AccountId account, Instant now) {
        return handle.createQuery("""
                        select * from identity.session
                        where account_id = :account and not awaits_factor
                          and last_seen_at >= :seen_since and created_at >= :begun_since
                        order by id desc
                        """)
                .bind("account", account.value())
                .bind("seen_since", now.minus(idle))
                .bind("begun_since", now.minus(absolute))
                .map((row, context) -> session(row))
                .list();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                new SessionId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                Times.at(row, "created_at"),
                Times.at(row, "last_seen_at"),
                row.getString("address"),
                row.getString("user_agent"));
    }

    private static Caller person(ResultSet row) throws SQLException {
        long unit = row.getLong("unit_id");
        return new Caller.Person(
                new AccountId(row.getLong("id")),
                row.getString("name"),
                row.getString("display_name"),
                Language.of(row.getString("language")),
                unit == 0 ? null : new UnitId(unit),
                new Credential.OfSession(new SessionId(row.getLong("session_id"))),
                row.getBoolean("must_change"),
                GrantRows.parse(row.getString("grants")));
    }
}
