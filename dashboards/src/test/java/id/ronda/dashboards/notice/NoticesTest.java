package id.ronda.dashboards.notice;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.StorageNote;
import id.ronda.collector.TimeSeries.StorageUse;
import id.ronda.dashboards.directory.ByReach;
import id.ronda.dashboards.office.Office;
import id.ronda.dashboards.start.SituationDesk;
import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Credential;
import id.ronda.identity.Grants;
import id.ronda.identity.Language;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.Session;
import id.ronda.identity.SessionId;
import id.ronda.identity.Token;
import id.ronda.identity.TokenDraft;
import id.ronda.identity.TokenId;
import id.ronda.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static final AccountId WHO = new AccountId(3);
    private static final SessionId HERE = new SessionId(5);

    private final MutableClock clock = MutableClock.at("2026-11-21T04:00:00Z");
    private final Office office = new Office(clock, Duration.ofSeconds(10), 0);

    @Test
    void tellsThatTheOwnSessionEnds_a_quarterOfAnHourBefore() {
        var source = new SessionNotices(office.sessions, Duration.ofHours(12), clock);
        Instant begun = clock.instant();
        office.sessions.open.add(session(HERE, begun));
        office.sessions.open.add(session(new SessionId(6), begun.minus(Duration.ofHours(11))));
        clock.advance(Duration.ofMinutes(11 * 60 + 44));
        assertThat(ask(source, person())).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThat(ask(source, person())).containsExactly(new Notice.SessionEnds(begun.plus(Duration.ofHours(12))));
    }

    @Test
    void tellsATokenNothingOfSessions() {
        var source = new SessionNotices(office.sessions, Duration.ofHours(12), clock);
        assertThat(ask(source, new Requester(Caller.Service.ofServer("x")))).isEmpty();
    }

    @Test
    void tellsOwnTokensThatEndWithinTwoWeeks_theNextFirst() {
        office.tokens.all.add(token(1, "besok", clock.instant().plus(Duration.ofDays(1))));
        office.tokens.all.add(token(2, "nanti", clock.instant().plus(Duration.ofDays(15))));
        office.tokens.all.add(token(3, "habis", clock.instant().minus(Duration.ofDays(1))));
        office.tokens.all.add(token(4, "tanpa akhir", null));
        office.tokens.all.add(token(5, "segera", clock.instant().plus(Duration.ofHours(1))));
        assertThat(ask(new TokenNotices(office.tokens, clock), person()))
                .extracting(notice -> ((Notice.TokenEnds) notice).name())
                .containsExactly("segera", "besok");
    }

    @Test
    void tellsTroubleWithTheDiskOnlyToThoseWhoLookAfterIt() {
        var note = new StorageNote.BudgetTooSmall();
        office.series.use(new StorageUse(1, 2, 3, null, List.of(note)));
        var source = new StorageNotices(office.series);
        assertThat(ask(source, new Requester(Caller.Service.ofServer("x"))))
                .containsExactly(new Notice.StorageTrouble(note));
        assertThat(ask(source, id.ronda.kernel.http.Caller.ANONYMOUS)).isEmpty();
    }

    @Test
    void tellsWhatStoppedAnsweringSinceTheLastLook() {
        var source = new OutageNotices(new ByReach<>(reach -> new SituationDesk(office.devices, reach, clock)));
        var somebody = new Requester(Caller.Service.ofServer("x"));
        assertThat(source.of(new Onlooker(somebody, null)).result()).isEmpty();
        assertThat(source.of(new Onlooker(somebody, clock.instant())).result()).isEmpty();
        List<Notice> all = source.of(new Onlooker(somebody, Instant.EPOCH)).result();
        assertThat(all)
                .singleElement()
                .isInstanceOfSatisfying(
                        Notice.WentDown.class,
                        down -> assertThat(down.devices()).isEqualTo(2));
        assertThat(source.of(new Onlooker(id.ronda.kernel.http.Caller.ANONYMOUS, Instant.EPOCH))
                        .result())
                .isEmpty();
    }

    @Test
    void leavesOutASourceThatCannotAnswerAndCountsIt() {
        var meters = new SimpleMeterRegistry();
        NoticeSource broken = onlooker -> Future.failedFuture(new IllegalStateException("away"));
        NoticeSource well = onlooker -> Future.succeededFuture(List.of(new Notice.SessionEnds(Instant.EPOCH)));
        var desk = new NoticeDesk(List.of(broken, well), meters);
        assertThat(desk.of(new Onlooker(person(), null)).result()).hasSize(1);
        assertThat(meters.counter("ronda.notices.failed").count()).isEqualTo(1);
    }

    private static List<Notice> ask(NoticeSource source, id.ronda.kernel.http.Caller caller) {
        return source.of(new Onlooker(caller, null)).result();
    }

    private static Requester person() {
        return new Requester(new Caller.Person(
                WHO, "sari", "Sari", Language.ID, null, new Credential.OfSession(HERE), false, Grants.ALL));
    }

    private static Session session(SessionId id, Instant begun) {
        return new Session(id, WHO, begun, begun, "127.0.0.1", "x");
    }

    private static Token token(long id, String name, @Nullable Instant end) {
        var draft = new TokenDraft(TokenDraft.Kind.PERSONAL, name, Set.of(Right.DEVICE_READ), end);
        return new Token(new TokenId(id), WHO, "Sari", draft, Instant.EPOCH, null);
    }
}
