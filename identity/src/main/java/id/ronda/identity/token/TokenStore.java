package id.ronda.identity.token;

import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Credential;
import id.ronda.identity.Grants;
import id.ronda.identity.Language;
import id.ronda.identity.Right;
import id.ronda.identity.Token;
import id.ronda.identity.TokenDraft;
import id.ronda.identity.TokenId;
import id.ronda.identity.Tokens;
import id.ronda.identity.UnitId;
import id.ronda.identity.store.ActiveAccount;
import id.ronda.identity.store.GrantRows;
import id.ronda.identity.store.Times;
import id.ronda.identity.store.UnitScope;
import id.ronda.kernel.Page;
import id.ronda.kernel.list.ListGrammar;
import id.ronda.kernel.list.ListQuery;
import id.ronda.kernel.list.ListSql;
import id.ronda.kernel.list.PlacedRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The table of tokens. Only their hashes are in it. */
final class TokenStore {

    private static final Duration BETWEEN_TOUCHES = Duration.ofMinutes(1);

    private static final ListSql LIST = ListSql.of(
            Tokens.LIST,
            Map.of(
                    ListGrammar.ID,
                    "t.id",
                    "owner",
                    "t.account_id",
                    "ownerName",
                    ListSql.text("a.display_name"),
                    "kind",
                    ListSql.text("t.kind"),
                    "name",
                    ListSql.text("t.name"),
                    "createdAt",
                    ListSql.time("t.created_at"),
                    "expiresAt",
                    ListSql.time("t.expires_at"),
                    "lastUsedAt",
                    ListSql.time("t.last_used_at")));

    private static final String TOKENS = """
            select t.*, a.display_name as owner_name from identity.token t join identity.account a on a.id = t.account_id
            """;

    /** True for a row {@code t} of {@code identity.token} whose owner is {@code a}, if somebody sees it. */
    private static final String SEEN = "(a.id = :self or %s or (t.kind = 'SERVICE' and %s))"
            .formatted(UnitScope.sql("a.unit_id", "people"), UnitScope.sql("a.unit_id", "services"));

    Token insert(Handle handle, AccountId owner, byte[] hash, TokenDraft draft, Instant now) {
        return handle.createQuery("""
                        insert into identity.token (hash, kind, name, account_id, rights, created_at, expires_at)
                        values (:hash, :kind, :name, :account, :rights, :now, :expires_at)
                        returning *, (select a.display_name from identity.account a where a.id = account_id) as owner_name
                        """)
                .bind("hash", hash)
                .bind("kind", draft.kind().name())
                .bind("name", draft.name())
                .bind("account", owner.value())
                .bindArray(
                        "rights",
                        String.class,
                        draft.rights().stream().map(Right::text).sorted().toList())
                .bind("now", now)
                .bind("expires_at", draft.expiresAt())
                .map((row, context) -> token(row))
                .one();
    }

    /** The caller of a live token with all it may, in one statement that also notes its use, once a minute at most. */
    Optional<Caller> caller(Handle handle, byte[] hash, Instant now) {
        return handle.createQuery("""
                        with touched as (
                            update identity.token set last_used_at = :now
                            where hash = :hash and (last_used_at is null or last_used_at < :touched_before)
                              and (expires_at is null or expires_at > :now)
                        )
                        select a.*, t.id as token_id, t.kind, t.name as token_name, t.rights
                             , identity.grants_of(a.id)::text as grants
                        from identity.token t join identity.account a on a.id = t.account_id
                        where t.hash = :hash and (t.expires_at is null or t.expires_at > :now) and
                        """ + ActiveAccount.SQL)
                .bind("hash", hash)
                .bind("now", now)
                .bind("touched_before", now.minus(BETWEEN_TOUCHES))
                .map((row, context) -> caller(row))
                .findOne();
    }

    List<Token> of(Handle handle, AccountId owner, long after, int limit) {
        return handle.createQuery(TOKENS + " where t.account_id = :owner and t.id > :after order by t.id limit :limit")
                .bind("owner", owner.value())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> token(row))
                .list();
    }

    Page<Token> list(Handle handle, TokenSight sight, ListQuery query) {
        ListSql.Parts parts = LIST.parts(query);
        return PlacedRow.page(
                seen(
                                handle.createQuery("select t.*, a.display_name as owner_name" + parts.keys()
                                        + " from identity.token t join identity.account a on a.id = t.account_id where "
                                        + SEEN + " and " + parts.where() + " order by " + parts.orderBy()
                                        + " limit :limit"),
                                sight)
                        .bindMap(parts.values())
                        .map((row, context) -> PlacedRow.of(query, token(row), row::getString))
                        .list(),
                query);
    }

    List<Token> list(Handle handle, TokenSight sight, long after, int limit) {
        Query query = handle.createQuery(TOKENS + " where t.id > :after and " + SEEN + " order by t.id limit :limit")
                .bind("after", after)
                .bind("limit", limit);
        return seen(query, sight).map((row, context) -> token(row)).list();
    }

    Optional<Token> find(Handle handle, TokenSight sight, TokenId id) {
        Query query =
                handle.createQuery(TOKENS + " where t.id = :id and " + SEEN).bind("id", id.value());
        return seen(query, sight).map((row, context) -> token(row)).findOne();
    }

    private static Query seen(Query query, TokenSight sight) {
        AccountId self = sight.self();
        query.bind("self", self == null ? 0 : self.value());
        return UnitScope.bind(UnitScope.bind(query, "people", sight.people()), "services", sight.services());
    }

    int delete(Handle handle, TokenId id) {
        return handle.createUpdate("delete from identity.token where id = :id")
                .bind("id", id.value())
                .execute();
    }

    /** Only a service's token can get another owner. */
    int give(Handle handle, TokenId id, AccountId to) {
        return handle.createUpdate("update identity.token set account_id = :to where id = :id and kind = 'SERVICE'")
                .bind("id", id.value())
                .bind("to", to.value())
                .execute();
    }

    private static Token token(ResultSet row) throws SQLException {
        TokenDraft draft = new TokenDraft(
                TokenDraft.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                rights(row),
                Times.orNull(row, "expires_at"));
        return new Token(
                new TokenId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                row.getString("owner_name"),
                draft,
                Times.at(row, "created_at"),
                Times.orNull(row, "last_used_at"));
    }

    private static Set<Right> rights(ResultSet row) throws SQLException {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        Arrays.stream((String[]) row.getArray("rights").getArray())
                .map(Right::of)
                .flatMap(Optional::stream)
                .forEach(rights::add);
        return rights;
    }

    private static Caller caller(ResultSet row) throws SQLException {
        AccountId owner = new AccountId(row.getLong("id"));
        Credential by = new Credential.OfToken(new TokenId(row.getLong("token_id")));
        Grants grants = GrantRows.parse(row.getString("grants")).within(rights(row));
        return switch (TokenDraft.Kind.valueOf(row.getString("kind"))) {
            case SERVICE -> new Caller.Service(row.getString("token_name"), owner, by, grants);
            case PERSONAL -> {
                long unit = row.getLong("unit_id");
                yield new Caller.Person(
                        owner,
                        row.getString("name"),
                        row.getString("display_name"),
                        Language.of(row.getString("language")),
                        unit == 0 ? null : new UnitId(unit),
                        by,
                        row.getBoolean("must_change_password"),
                        grants);
            }
        };
    }
}
