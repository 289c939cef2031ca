package id.ronda.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import id.ronda.identity.ProofFault;
import id.ronda.kernel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdTokenClaimsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    private static final String ISSUER = "https://sso.example.test/realms/kab";
    private static final Secret NONCE = new Secret("of this sign-in");

    /** A claim that is not as it should be, and what that is called. */
    record Lie(ProofFault fault, String which, UnaryOperator<JWTClaimsSet.Builder> change) {
        @Override
        public String toString() {
            return which + ": " + fault.tag();
        }
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    static Stream<Lie> lies() {
        return Stream.of(
                new Lie(ProofFault.TOKEN_ISSUER, "another", told -> told.issuer(ISSUER + "/")),
                new Lie(ProofFault.TOKEN_ISSUER, "none", told -> told.issuer(null)),
                new Lie(ProofFault.TOKEN_AUDIENCE, "another", told -> told.audience("grafana")),
                new Lie(ProofFault.TOKEN_AUDIENCE, "none", told -> told.audience(List.of())),
                new Lie(ProofFault.TOKEN_AUDIENCE, "several", told -> told.audience(List.of("ronda", "grafana"))),
                new Lie(ProofFault.TOKEN_AUDIENCE, "asked by another", told -> told.claim("azp", "grafana")),
                new Lie(ProofFault.TOKEN_NONCE, "another", told -> told.claim("nonce", "another")),
                new Lie(ProofFault.TOKEN_NONCE, "none", told -> told.claim("nonce", null)),
                new Lie(ProofFault.TOKEN_UNREADABLE, "nonces", told -> told.claim("nonce", List.of("a", "b"))),
                new Lie(ProofFault.TOKEN_UNREADABLE, "no subject", told -> told.subject(null)),
                new Lie(ProofFault.TOKEN_UNREADABLE, "blank subject", told -> told.subject(" ")),
                new Lie(ProofFault.TOKEN_UNREADABLE, "long subject", told -> told.subject("x".repeat(256))),
                new Lie(ProofFault.TOKEN_UNREADABLE, "no end", told -> told.expirationTime(null)),
                new Lie(ProofFault.TOKEN_UNREADABLE, "no beginning", told -> told.issueTime(null)),
                new Lie(ProofFault.TOKEN_EXPIRED, "just now", told -> told.expirationTime(at(-60))),
                new Lie(ProofFault.TOKEN_FROM_FUTURE, "issued", told -> told.issueTime(at(61))),
                new Lie(ProofFault.TOKEN_FROM_FUTURE, "not before", told -> told.notBeforeTime(at(61))));
    }

    private static JWTClaimsSet.Builder truth() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("ronda")
                .subject("a1b2")
                .issueTime(at(0))
                .expirationTime(at(300))
                .claim("nonce", NONCE.reveal());
    }

    private static Optional<ProofFault> fault(Optional<Duration> maxAge, JWTClaimsSet claims) {
        return new IdTokenClaims(ISSUER, "ronda", maxAge).fault(claims, NONCE, NOW);
    }

    private static Optional<ProofFault> fault(UnaryOperator<JWTClaimsSet.Builder> change) {
        return fault(Optional.empty(), change.apply(truth()).build());
    }

    @ParameterizedTest
    @MethodSource("lies")
    void lie_hasAName(Lie lie) {
        assertThat(fault(lie.change())).contains(lie.fault());
    }

    @Test
    void truth_hasNoFault_norHaveClocksThatDifferByLessThanAMinute() {
        assertThat(fault(told -> told)).isEmpty();
        assertThat(fault(told -> told.issueTime(at(60)).expirationTime(at(-59)).notBeforeTime(at(60))))
                .isEmpty();
        assertThat(fault(told -> told.subject("x".repeat(255)))).isEmpty();
    }

    @Test
    void tokenForSeveral_isTaken_whenWeAskedForIt() {
        assertThat(fault(told -> told.audience(List.of("grafana", "ronda")).claim("azp", "ronda")))
                .isEmpty();
        assertThat(fault(told -> told.audience("grafana").claim("azp", "ronda")))
                .contains(ProofFault.TOKEN_AUDIENCE);
    }

    @Test
    void personWhoShowedHimselfLongAgo_isAskedAnew_onlyWhereThatMatters() {
        var hour = Optional.of(Duration.ofHours(1));
        long now = NOW.getEpochSecond();

        assertThat(fault(hour, truth().claim("auth_time", now - 3_660).build())).isEmpty();
        assertThat(fault(hour, truth().claim("auth_time", now - 3_661).build())).contains(ProofFault.SIGN_IN_TOO_OLD);
        assertThat(fault(hour, truth().build())).contains(ProofFault.SIGN_IN_TOO_OLD);
        assertThat(fault(told -> told.claim("auth_time", now - 100_000))).isEmpty();
    }
}
