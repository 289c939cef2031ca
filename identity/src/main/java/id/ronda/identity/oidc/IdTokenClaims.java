package id.ronda.identity.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import id.ronda.identity.ProofFault;
import id.ronda.kernel.Secret;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of an ID token must be (OpenID Connect Core 1.0 section 3.1.3.7), its signature apart. Pure; the library has the
 * same checks, but neither with a clock from outside nor with a name for each way to fail.
 *
 * @param maxAge how long ago the person may have shown himself; empty: it does not matter
 */
record IdTokenClaims(String issuer, String clientId, Optional<Duration> maxAge) {

    /** How far the provider's clock may be from ours. */
    static final Duration LEEWAY = Duration.ofSeconds(60);

    private static final int LONGEST_SUBJECT = 255;

    /** What is wrong with them; empty: nothing. */
    Optional<ProofFault> fault(JWTClaimsSet claims, Secret nonce, Instant now) {
        try {
            return Optional.ofNullable(firstFault(claims, nonce, now));
        } catch (ParseException e) {
            return Optional.of(ProofFault.TOKEN_UNREADABLE);
        }
    }

    private @Nullable ProofFault firstFault(JWTClaimsSet claims, Secret nonce, Instant now) throws ParseException {
        if (!issuer.equals(claims.getIssuer())) {
            return ProofFault.TOKEN_ISSUER;
        }
        if (!isForUs(claims)) {
            return ProofFault.TOKEN_AUDIENCE;
        }
        if (!nonce.equals(new Secret(String.valueOf(claims.getStringClaim("nonce"))))) {
            return ProofFault.TOKEN_NONCE;
        }
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            return ProofFault.TOKEN_UNREADABLE;
        }
        return timeFault(claims, now);
    }

    /** A token for several must say that we asked for it (azp). */
    private boolean isForUs(JWTClaimsSet claims) throws ParseException {
        List<String> audience = claims.getAudience();
        String party = claims.getStringClaim("azp");
        boolean asked = party == null ? audience.size() == 1 : party.equals(clientId);
        return audience.contains(clientId) && asked;
    }

    private @Nullable ProofFault timeFault(JWTClaimsSet claims, Instant now) throws ParseException {
        Date expires = claims.getExpirationTime();
        Date issued = claims.getIssueTime();
        if (expires == null || issued == null) {
            return ProofFault.TOKEN_UNREADABLE;
        }
        if (!now.minus(LEEWAY).isBefore(expires.toInstant())) {
            return ProofFault.TOKEN_EXPIRED;
        }
        Date notBefore = claims.getNotBeforeTime();
        Instant latest = now.plus(LEEWAY);
        if (issued.toInstant().isAfter(latest)
                || (notBefore != null && notBefore.toInstant().isAfter(latest))) {
            return ProofFault.TOKEN_FROM_FUTURE;
        }
        return isTooOld(claims.getDateClaim("auth_time"), now) ? ProofFault.SIGN_IN_TOO_OLD : null;
    }

    private boolean isTooOld(@Nullable Date shown, Instant now) {
        return maxAge.isPresent()
                && (shown == null
                        || shown.toInstant().plus(maxAge.get()).plus(LEEWAY).isBefore(now));
    }
}
