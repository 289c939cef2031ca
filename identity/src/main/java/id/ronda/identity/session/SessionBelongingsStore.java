package id.ronda.identity.session;

import id.ronda.identity.AccountId;
import id.ronda.identity.Belonging;
import id.ronda.identity.Belongings;
import id.ronda.kernel.database.Work;
import java.time.InstantSource;
import java.util.List;

/** The open sessions of a person who goes: listed, so that whoever decides sees them; they end by themselves. */
public final class SessionBelongingsStore implements Belongings {

    private final SessionStore sessions;
    private final InstantSource clock;

    /** @param clock tells which sessions are live */
    public SessionBelongingsStore(SessionStore sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "session";
    }

    @Override
    public Work<List<Belonging>> of(AccountId owner) {
        return handle -> sessions.of(handle, owner, clock.instant()).stream()
                .map(session -> new Belonging(
                        kind(), session.id().toString(), session.address(), Belonging.Fate.ENDS_BY_ITSELF))
                .toList();
    }

    @Override
    public Work<Integer> give(Belonging what, AccountId to) {
        return handle -> 0;
    }

    @Override
    public Work<Integer> end(Belonging what) {
        return handle -> 0;
    }
}
