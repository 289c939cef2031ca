package id.ronda.identity.token;

import id.ronda.identity.AccountId;
import id.ronda.identity.Belonging;
import id.ronda.identity.Belongings;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.FieldReason;
import id.ronda.identity.Grants;
import id.ronda.identity.IssuedToken;
import id.ronda.identity.Reason;
import id.ronda.identity.Right;
import id.ronda.identity.Token;
import id.ronda.identity.TokenDraft;
import id.ronda.identity.TokenId;
import id.ronda.identity.Tokens;
import id.ronda.identity.credential.Digest;
import id.ronda.identity.store.Acting;
import id.ronda.identity.store.CallerCache;
import id.ronda.identity.store.GrantRows;
import id.ronda.kernel.Page;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.Work;
import id.ronda.kernel.list.ListQuery;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where tokens are made, recognised, listed and revoked. */
public final class TokenDesk implements Tokens {

    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Database database;
    private final Acting acting;
    private final CallerCache callers;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final TokenStore tokens = new TokenStore();

    /**
     * A desk over the database; what it ends is forgotten by the cache.
     *
     * @param random a cryptographically strong source
     */
    public TokenDesk(
            Database database, Acting acting, CallerCache callers, RandomGenerator random, InstantSource clock) {
        this.database = database;
        this.acting = acting;
        this.callers = callers;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Future<Caller> caller(Secret text) {
        if (!TokenText.isWellFormed(text)) {
            return Future.succeededFuture(Caller.nobody());
        }
        byte[] hash = Digest.of(text);
        Optional<Caller> known = callers.fresh(hash);
        return known.isPresent()
                ? Future.succeededFuture(known.get())
                : database.call(
                        Lane.EDITS,
                        handle -> callers.get(
                                hash,
                                () -> tokens.caller(handle, hash, clock.instant())
                                        .orElseGet(Caller::nobody)));
    }

    @Override
    public Future<Change<IssuedToken>> issue(Caller.Person owner, TokenDraft draft) {
        Instant now = clock.instant();
        List<FieldReason> faults = faults(owner, draft, now);
        if (!faults.isEmpty()) {
            return Future.succeededFuture(new Change.Refused<>(faults));
        }
        Secret text = TokenText.make(random);
        return acting.call(
                owner,
                handle -> new Change.Done<>(
                        new IssuedToken(tokens.insert(handle, owner.account(), Digest.of(text), draft, now), text)));
    }

    private static List<FieldReason> faults(Caller.Person owner, TokenDraft draft, Instant now) {
        List<FieldReason> faults = new ArrayList<>();
        if (!owner.isPresent()) {
            faults.add(new FieldReason("", Reason.SESSION_REQUIRED));
        }
        if (draft.name().isBlank()) {
            faults.add(new FieldReason("/name", Reason.REQUIRED));
        }
        if (draft.name().length() > LONGEST_NAME) {
            faults.add(new FieldReason("/name", Reason.TOO_LONG));
        }
        if (draft.rights().isEmpty()) {
            faults.add(new FieldReason("/rights", Reason.REQUIRED));
        }
        if (!draft.rights().stream().allMatch(owner::can)) {
            faults.add(new FieldReason("/rights", Reason.BEYOND_OWN_RIGHTS));
        }
        if (draft.kind() == TokenDraft.Kind.SERVICE && !owner.can(Right.TOKEN_SERVICE)) {
            faults.add(new FieldReason("/kind", Reason.BEYOND_OWN_RIGHTS));
        }
        expiryFault(draft, now).ifPresent(reason -> faults.add(new FieldReason("/expiresAt", reason)));
        return faults;
    }

    private static Optional<Reason> expiryFault(TokenDraft draft, Instant now) {
        @Nullable Instant at = draft.expiresAt();
        if (at == null) {
            return draft.kind() == TokenDraft.Kind.PERSONAL ? Optional.of(Reason.EXPIRY_REQUIRED) : Optional.empty();
        }
        boolean tooFar = draft.kind() == TokenDraft.Kind.PERSONAL && at.isAfter(now.plus(LONGEST));
        return !at.isAfter(now) || tooFar ? Optional.of(Reason.EXPIRY_RANGE) : Optional.empty();
    }

    @Override
    public Future<Page<Token>> list(Caller by, ListQuery query) {
        return database.call(Lane.EDITS, handle -> tokens.list(handle, TokenSight.of(by), query));
    }

    @Override
    public Future<Page<Token>> list(Caller by, long after, int limit) {
        return database.call(
                Lane.EDITS,
                handle -> Page.of(
                        tokens.list(handle, TokenSight.of(by), after, limit + 1),
                        limit,
                        token -> token.id().toString()));
    }

    @Override
    public Future<Page<Token>> list(AccountId owner, long after, int limit) {
        return database.call(
                Lane.EDITS,
                handle -> Page.of(
                        tokens.of(handle, owner, after, limit + 1),
                        limit,
                        token -> token.id().toString()));
    }

    @Override
    public Future<Optional<Token>> find(Caller by, TokenId id) {
        return database.call(Lane.EDITS, handle -> tokens.find(handle, TokenSight.of(by), id));
    }

    @Override
    public Future<Change<TokenId>> revoke(Caller by, TokenId id) {
        TokenSight sight = TokenSight.of(by);
        return acting.call(by, handle -> {
            Optional<Token> known = tokens.find(handle, sight, id);
            if (known.isEmpty()) {
                return new Change.Unknown<>();
            }
            AccountId owner = known.get().owner();
            if (!sight.isOwn(owner) && !by.grants().include(reach(handle, known.get()))) {
                return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
            }
            callers.forgetAfter(handle);
            tokens.delete(handle, id);
            return new Change.Done<>(id);
        });
    }

    /** What the token may now. */
    private static Grants reach(Handle handle, Token token) {
        return GrantRows.of(handle, token.owner()).within(token.draft().rights());
    }

    /** Tokens as what a person leaves behind: a service's can go to another, a personal one ends. */
    public Belongings belongings() {
        return new Belongings() {
            @Override
            public String kind() {
                return "token";
            }

            @Override
            public Work<List<Belonging>> of(AccountId owner) {
                return handle -> tokens.of(handle, owner, 0, Integer.MAX_VALUE).stream()
                        .map(TokenDesk::belonging)
                        .toList();
            }

            @Override
            public Work<Integer> give(Belonging what, AccountId to) {
                return handle -> tokens.give(handle, id(what), to);
            }

            @Override
            public Work<Integer> end(Belonging what) {
                return handle -> tokens.delete(handle, id(what));
            }
        };
    }

    private static TokenId id(Belonging what) {
        return new TokenId(Long.parseLong(what.id()));
    }

    private static Belonging belonging(Token token) {
        return new Belonging(
                "token",
                token.id().toString(),
                token.draft().name(),
                token.draft().kind() == TokenDraft.Kind.SERVICE ? Belonging.Fate.GIVE_OR_END : Belonging.Fate.END);
    }
}
