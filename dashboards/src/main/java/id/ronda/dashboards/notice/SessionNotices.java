package id.ronda.dashboards.notice;

import id.ronda.identity.Caller;
import id.ronda.identity.Credential;
import id.ronda.identity.Requester;
import id.ronda.identity.Session;
import id.ronda.identity.SessionId;
import id.ronda.identity.Sessions;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Tells a person before his session reaches its longest time: what he writes then would be lost. */
public final class SessionNotices implements NoticeSource {

    /** How long before. */
    static final Duration AHEAD = Duration.ofMinutes(15);

    private final Sessions sessions;
    private final Duration longest;
    private final InstantSource clock;

    /**
     * Knows these sessions.
     *
     * @param longest how long after its beginning a session ends in any case
     */
    public SessionNotices(Sessions sessions, Duration longest, InstantSource clock) {
        this.sessions = sessions;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    public Future<List<Notice>> of(Onlooker onlooker) {
        return onlooker.caller() instanceof Requester(Caller.Person person)
                        && person.by() instanceof Credential.OfSession(SessionId id)
                ? sessions.of(person.account()).map(all -> ending(all, id))
                : Future.succeededFuture(List.of());
    }

    private List<Notice> ending(List<Session> all, SessionId own) {
        Instant bound = clock.instant().plus(AHEAD);
        return all.stream()
                .filter(session -> session.id().equals(own))
                .map(session -> session.createdAt().plus(longest))
                .filter(end -> end.isBefore(bound))
                .<Notice>map(Notice.SessionEnds::new)
                .toList();
    }
}
