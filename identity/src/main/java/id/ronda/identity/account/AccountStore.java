package id.ronda.identity.account;

import id.ronda.identity.Account;
import id.ronda.identity.AccountDraft;
import id.ronda.identity.AccountFilter;
import id.ronda.identity.AccountId;
import id.ronda.identity.AccountState;
import id.ronda.identity.Accounts;
import id.ronda.identity.Language;
import id.ronda.identity.Scope;
import id.ronda.identity.UnitId;
import id.ronda.identity.store.ActiveAccount;
import id.ronda.identity.store.Times;
import id.ronda.identity.store.UnitScope;
import id.ronda.kernel.Page;
import id.ronda.kernel.list.ListGrammar;
import id.ronda.kernel.list.ListQuery;
import id.ronda.kernel.list.ListSql;
import id.ronda.kernel.list.PlacedRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The table of accounts. */
final class AccountStore {

    private static final String ACCOUNTS = """
            select a.*, exists (
                select from identity.totp t where t.account_id = a.id and t.confirmed_at is not null) as second_factor
            from identity.account a
            """;

    /** For a row {@code a} of {@code identity.account} with the time as {@code at}. */
    private static final ListSql LIST = ListSql.of(
            Accounts.LIST,
            Map.of(
                    ListGrammar.ID,
                    "a.id",
                    "q",
                    "(a.name_key || ' ' || lower(a.display_name) || ' ' || lower(coalesce(a.email, '')))",
                    "name",
                    ListSql.text("a.name"),
                    "displayName",
                    ListSql.text("a.display_name"),
                    "email",
                    ListSql.text("a.email"),
                    "unit",
                    ListSql.id("a.unit_id"),
                    "state",
                    ListSql.code(AccountConditions.STATE),
                    "validUntil",
                    ListSql.time("a.valid_until"),
                    "createdAt",
                    ListSql.time("a.created_at"),
                    "lastSignInAt",
                    ListSql.time("a.last_sign_in_at")));

    private final InstantSource clock;

    AccountStore(InstantSource clock) {
        this.clock = clock;
    }

    Optional<AccountRow> find(Handle handle, AccountId id) {
        return handle.createQuery(ACCOUNTS + " where a.id = :id")
                .bind("id", id.value())
                .map((row, context) -> row(row))
                .findOne();
    }

    /** The same, and nobody else edits it before this transaction has ended. */
    Optional<AccountRow> lock(Handle handle, AccountId id) {
        return handle.createQuery(ACCOUNTS + " where a.id = :id for update of a")
                .bind("id", id.value())
                .map((row, context) -> row(row))
                .findOne();
    }

    Optional<AccountRow> find(Handle handle, String name) {
        return handle.createQuery(ACCOUNTS + " where a.name_key = :key")
                .bind("key", SignInName.key(name))
                .map((row, context) -> row(row))
                .findOne();
    }

    /** All with that address, whatever its case; more than one say nothing of whose it is. */
    List<AccountRow> ofEmail(Handle handle, String email) {
        return handle.createQuery(ACCOUNTS + " where lower(a.email) = lower(:email) limit 2")
                .bind("email", email)
                .map((row, context) -> row(row))
                .list();
    }

    Page<Account> list(Handle handle, Scope scope, ListQuery query) {
        ListSql.Parts parts = LIST.parts(query);
        return PlacedRow.page(
                UnitScope.bind(
                                handle.createQuery("""
                                        select a.*, exists (
                                            select from identity.totp t
                                            where t.account_id = a.id and t.confirmed_at is not null) as second_factor
                                        """ + parts.keys()
                                        + " from (select x.*, cast(:now as timestamptz) as at"
                                        + " from identity.account x) a where " + UnitScope.sql("a.unit_id", "seen")
                                        + " and " + parts.where() + " order by " + parts.orderBy() + " limit :limit"),
                                "seen",
                                scope)
                        .bind("now", clock.instant())
                        .bindMap(parts.values())
                        .map((row, context) -> PlacedRow.of(query, row(row).account(), row::getString))
                        .list(),
                query);
    }

    List<Account> list(Handle handle, Scope scope, AccountFilter filter, long after, int limit) {
        AccountConditions conditions = AccountConditions.of(scope, filter);
        try (Query query = handle.createQuery(
                ACCOUNTS + " where a.id > :after" + conditions.sql() + " order by a.id limit :limit")) {
            conditions.values().forEach(query::bind);
            if (conditions.needsNow()) {
                query.bind("now", clock.instant());
            }
            return query.bind("after", after)
                    .bind("limit", limit)
                    .map((row, context) -> row(row).account())
                    .list();
        }
    }

    List<String> names(Handle handle, int limit) {
        return handle.createQuery("select name from identity.account order by id limit :limit")
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    boolean isEmpty(Handle handle) {
        return handle.createQuery("select not exists (select from identity.account)")
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Empty when the name is taken.
     *
     * @param hash of a password that must be changed; null: comes in by a provider only
     */
    Optional<AccountId> insert(
            Handle handle, AccountDraft draft, @Nullable PasswordHash hash, @Nullable Instant validUntil) {
        return handle.createQuery("""
                        insert into identity.account
                            (name, name_key, display_name, email, unit_id, language, valid_from, valid_until
                           , password_hash, must_change_password, password_valid_until, created_at)
                        values (:name, :key, :display_name, :email, :unit, :language, :valid_from, :valid_until
                           , :hash, :must_change, :password_valid_until, :now)
                        on conflict (name_key) do nothing returning id
                        """)
                .bind("name", draft.name().strip())
                .bind("key", SignInName.key(draft.name()))
                .bind("display_name", draft.displayName().strip())
                .bind("email", draft.email())
                .bind("unit", value(draft.unit()))
                .bind("language", draft.language().tag())
                .bind("valid_from", draft.validFrom())
                .bind("valid_until", draft.validUntil())
                .bind("hash", hash == null ? null : hash.text())
                .bind("must_change", hash != null)
                .bind("password_valid_until", validUntil)
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .findOne()
                .map(AccountId::new);
    }

    boolean nameTaken(Handle handle, String name, AccountId except) {
        return handle.createQuery("select exists (select from identity.account where name_key = :key and id <> :id)")
                .bind("key", SignInName.key(name))
                .bind("id", except.value())
                .mapTo(Boolean.class)
                .one();
    }

    /** All but the unit, which only a move changes. */
    void update(Handle handle, AccountId id, AccountDraft draft) {
        handle.createUpdate("""
                        update identity.account set name = :name, name_key = :key, display_name = :display_name
                             , email = :email, language = :language, valid_from = :valid_from
                             , valid_until = :valid_until, revision = revision + 1
                        where id = :id
                        """)
                .bind("id", id.value())
                .bind("name", draft.name().strip())
                .bind("key", SignInName.key(draft.name()))
                .bind("display_name", draft.displayName().strip())
                .bind("email", draft.email())
                .bind("language", draft.language().tag())
                .bind("valid_from", draft.validFrom())
                .bind("valid_until", draft.validUntil())
                .execute();
    }

    void move(Handle handle, AccountId id, @Nullable UnitId unit) {
        handle.createUpdate("update identity.account set unit_id = :unit, revision = revision + 1 where id = :id")
                .bind("id", id.value())
                .bind("unit", value(unit))
                .execute();
    }

    void disable(Handle handle, AccountId id) {
        handle.createUpdate("""
                        update identity.account set disabled_at = coalesce(disabled_at, :now), revision = revision + 1
                        where id = :id
                        """)
                .bind("id", id.value())
                .bind("now", clock.instant())
                .execute();
    }

    void enable(Handle handle, AccountId id) {
        handle.createUpdate("update identity.account set disabled_at = null, revision = revision + 1 where id = :id")
                .bind("id", id.value())
                .execute();
    }

    /** Takes its limits in time away. */
    void unlimit(Handle handle, AccountId id) {
        handle.createUpdate("update identity.account set valid_from = null, valid_until = null where id = :id")
                .bind("id", id.value())
                .execute();
    }

    /**
     * Gives another password.
     *
     * @param mustChange somebody else made it
     */
    void setPassword(Handle handle, AccountId id, PasswordHash hash, boolean mustChange, @Nullable Instant validUntil) {
        handle.createUpdate("""
                        update identity.account set password_hash = :hash, must_change_password = :must_change
                             , password_valid_until = :valid_until, revision = revision + 1
                        where id = :id
                        """)
                .bind("id", id.value())
                .bind("hash", hash.text())
                .bind("must_change", mustChange)
                .bind("valid_until", validUntil)
                .execute();
    }

    /** Stores the same password at another cost, unless it was changed meanwhile. */
    void rehash(Handle handle, AccountId id, PasswordHash before, PasswordHash now) {
        handle.createUpdate(
                        "update identity.account set password_hash = :now where id = :id and password_hash = :before")
                .bind("id", id.value())
                .bind("before", before.text())
                .bind("now", now.text())
                .execute();
    }

    /**
     * Whether the account is still one that may come in with this password. From here to the end of the transaction nobody
     * disables it or gives it another password; and two sign-ins of one account take turns, as each is going to write it.
     */
    boolean isStill(Handle handle, AccountId id, PasswordHash hash) {
        return handle.createQuery("""
                        select a.id from identity.account a where a.id = :id and a.password_hash = :hash and %s
                        for no key update
                        """.formatted(ActiveAccount.SQL))
                .bind("id", id.value())
                .bind("hash", hash.text())
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    void signedIn(Handle handle, AccountId id) {
        handle.createUpdate("update identity.account set last_sign_in_at = :now where id = :id")
                .bind("id", id.value())
                .bind("now", clock.instant())
                .execute();
    }

    Optional<String> unitName(Handle handle, UnitId unit) {
        return handle.createQuery("select name from identity.unit where id = :id")
                .bind("id", unit.value())
                .mapTo(String.class)
                .findOne();
    }

    private static @Nullable Long value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    private AccountRow row(ResultSet row) throws SQLException {
        String hash = row.getString("password_hash");
        return new AccountRow(
                account(row),
                hash == null ? null : PasswordHash.parse(hash),
                Times.orNull(row, "password_valid_until"));
    }

    private Account account(ResultSet row) throws SQLException {
        AccountDraft draft = draft(row);
        return new Account(
                new AccountId(row.getLong("id")),
                draft,
                AccountState.at(
                        clock.instant(),
                        row.getTimestamp("disabled_at") != null,
                        draft.validFrom(),
                        draft.validUntil()),
                row.getBoolean("second_factor"),
                row.getBoolean("must_change_password"),
                Times.at(row, "created_at"),
                Times.orNull(row, "last_sign_in_at"),
                row.getLong("revision"));
    }

    private static AccountDraft draft(ResultSet row) throws SQLException {
        long unit = row.getLong("unit_id");
        return new AccountDraft(
                row.getString("name"),
                row.getString("display_name"),
                row.getString("email"),
                unit == 0 ? null : new UnitId(unit),
                Language.of(row.getString("language")),
                Times.orNull(row, "valid_from"),
                Times.orNull(row, "valid_until"));
    }
}
