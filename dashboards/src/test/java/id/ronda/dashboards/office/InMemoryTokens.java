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
import id.ronda.kernel.list.ListQuery;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

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
    public Future<Page<Token>> list(AccountId owner, long after, int limit) {
        return Future.succeededFuture(new Page<>(
                all.stream().filter(each -> each.owner().equals(owner)).toList(), null));
    }

    @Override
    public Future<Page<Token>> list(Caller by, long after, int limit) {
        return by instanceof Caller.Person person
                ? list(person.account(), after, limit)
                : Future.succeededFuture(new Page<>(List.of(), null));
    }

    @Override
    public Future<Page<Token>> list(Caller by, ListQuery query) {
        return Future.failedFuture(
                new UnsupportedOperationException("no page asks for tokens in the words of the API"));
    }

    @Override
    public Future<Optional<Token>> find(Caller by, TokenId id) {
        return list(by, 0, Integer.MAX_VALUE)
                .map(page -> page.items().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst());
    }

    @Override
    public Future<Change<TokenId>> revoke(Caller by, TokenId id) {
        return find(by, id)
                .map(found ->
                        found.isPresent() && all.remove(found.get()) ? new Change.Done<>(id) : new Change.Unknown<>());
    }
}
