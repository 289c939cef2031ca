package id.ronda.dashboards.office;

import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.Session;
import id.ronda.identity.SessionId;
import id.ronda.identity.Sessions;
import id.ronda.kernel.Secret;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sessions in memory; nobody comes in by them. */
public final class InMemorySessions implements Sessions {

    /** All that are open. */
    public final List<Session> open = new CopyOnWriteArrayList<>();

    @Override
    public Future<Caller> caller(Secret session) {
        return Future.succeededFuture(Caller.nobody());
    }

    @Override
    public Future<List<Session>> of(AccountId account) {
        return Future.succeededFuture(
                open.stream().filter(each -> each.account().equals(account)).toList());
    }

    @Override
    public Future<Boolean> revoke(Caller.Person self, SessionId id) {
        return Future.succeededFuture(open.removeIf(
                each -> each.account().equals(self.account()) && each.id().equals(id)));
    }

    @Override
    public Future<Change<Integer>> revokeAll(Caller by, AccountId account) {
        int before = open.size();
        open.removeIf(each -> each.account().equals(account));
        return Future.succeededFuture(new Change.Done<>(before - open.size()));
    }
}
