package id.ronda.dashboards.office;

import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.IssuedToken;
import id.ronda.identity.Token;
import id.ronda.identity.TokenDraft;
import id.ronda.identity.TokenId;
import id.ronda.identity.Tokens;
import id.ronda.kernel.Page;
import id.ronda.kernel.Secret;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Tokens in memory; none is ever made or comes in. */
public final class InMemoryTokens implements Tokens {

    /** All there are. */
    public final List<Token> all = new CopyOnWriteArrayList<>();

    @Override
    public Future<Caller> caller(Secret text) {
        return Future.succeededFuture(Caller.nobody());
    }

    @Override
    public Future<Change<IssuedToken>> issue(Caller.Person owner, TokenDraft draft) {
        return Future.failedFuture(new UnsupportedOperationException("no test makes a token here"));
    }

    @Override
    public Future<Page<Token>> list(@Nullable AccountId owner, long after, int limit) {
        return Future.succeededFuture(new Page<>(
                all.stream()
                        .filter(each -> owner == null || each.owner().equals(owner))
                        .toList(),
                null));
    }

    @Override
    public Future<Optional<Token>> find(TokenId id) {
        return Future.succeededFuture(
                all.stream().filter(each -> each.id().equals(id)).findFirst());
    }

    @Override
    public Future<Boolean> revoke(Caller by, TokenId id) {
        return Future.succeededFuture(all.removeIf(each -> each.id().equals(id)));
    }
}
