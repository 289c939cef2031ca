package id.ronda.dashboards.notice;

import id.ronda.identity.Caller;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.Token;
import id.ronda.identity.Tokens;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Tells a person that a token of his stops working soon: some script would stop with it. */
public final class TokenNotices implements NoticeSource {

    /** How long before. */
    static final Duration AHEAD = Duration.ofDays(14);

    private static final int MOST = 1_000;

    private final Tokens tokens;
    private final InstantSource clock;

    public TokenNotices(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Future<List<Notice>> of(Onlooker onlooker) {
        return onlooker.caller() instanceof Requester(Caller.Person person) && person.can(Right.TOKEN_OWN)
                ? tokens.list(person.account(), 0, MOST).map(page -> ending(page.items()))
                : Future.succeededFuture(List.of());
    }

    private List<Notice> ending(List<Token> all) {
        Instant now = clock.instant();
        return all.stream()
                .map(token -> new Notice.TokenEnds(
                        token.draft().name(),
                        Objects.requireNonNullElse(token.draft().expiresAt(), Instant.MAX)))
                .filter(end -> end.at().isAfter(now) && end.at().isBefore(now.plus(AHEAD)))
                .sorted(Comparator.comparing(Notice.TokenEnds::at))
                .map(Notice.class::cast)
                .toList();
    }
}
