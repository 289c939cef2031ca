package id.ronda.dashboards.page;

import id.ronda.dashboards.people.RightChoices;
import id.ronda.dashboards.text.PageText;
import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Right;
import id.ronda.identity.Token;
import id.ronda.kernel.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that the reader sees.
 *
 * @param self his account; null for who has none
 * @param rights what his tokens can be given
 * @param mayMake whether he is a person who makes tokens
 * @param mayServe whether he makes those of services
 */
record TokensPage(
        Page<Token> tokens, @Nullable AccountId self, RightChoices rights, boolean mayMake, boolean mayServe) {

    /** How long a token can live; a person's a year at most. */
    private static final List<Integer> DAYS = List.of(30, 90, 180, 365);

    static TokensPage of(Page<Token> tokens, Caller reader) {
        @Nullable AccountId self = reader instanceof Caller.Person person ? person.account() : null;
        return new TokensPage(
                tokens, self, RightChoices.of(Set.of(), reader), self != null, reader.can(Right.TOKEN_SERVICE));
    }

    boolean hasForeign() {
        return tokens.items().stream().anyMatch(token -> !token.owner().equals(self));
    }

    /** The ends that are offered. */
    List<End> ends(PageText text) {
        return DAYS.stream()
                .map(days -> new End(days, text.now().plus(Duration.ofDays(days))))
                .toList();
    }

    /** Its rights in the order of the closed list. */
    static List<Right> sorted(Token token) {
        return token.draft().rights().stream().sorted().toList();
    }

    /** Whether its time is over. */
    static boolean isOver(Token token, Instant now) {
        Instant end = token.draft().expiresAt();
        return end != null && !end.isAfter(now);
    }

    /**
     * When a token ends.
     *
     * @param days from now
     */
    record End(int days, Instant at) {}
}
