package id.ronda.identity.oidc;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import id.ronda.identity.ProofFault;
import id.ronda.kernel.Secret;
import java.time.InstantSource;
import java.util.Set;

/** Takes an ID token for true, or not. */
final class IdTokens {

    /** Signatures by a key that only the provider has. Never "none"; never HMAC, whose key a public one could be taken for. */
    static final Set<JWSAlgorithm> ALLOWED = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final IdTokenClaims rules;
    private final InstantSource clock;

    IdTokens(IdTokenClaims rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** Its claims, when all is as it must be. */
    JWTClaimsSet verified(JWT token, JWKSource<SecurityContext> keys, Secret nonce) throws ProofRefused {
        Algorithm algorithm = token.getHeader().getAlgorithm();
        if (!(algorithm instanceof JWSAlgorithm signature) || !ALLOWED.contains(signature)) {
            throw new ProofRefused(ProofFault.TOKEN_ALGORITHM, "the ID token's algorithm is " + algorithm);
        }
        JWTClaimsSet claims = signed(token, keys);
        var fault = rules.fault(claims, nonce, clock.instant());
        if (fault.isPresent()) {
            throw new ProofRefused(fault.get(), "a claim of the ID token is wrong");
        }
        return claims;
    }

    private static JWTClaimsSet signed(JWT token, JWKSource<SecurityContext> keys) throws ProofRefused {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALLOWED, keys));
        // The claims are looked at by rules of our own, with our clock.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        try {
            return processor.process(token, null);
        } catch (JWKSetUnavailableException e) {
            throw ProofRefused.in(e, ProofFault.PROVIDER_UNUSABLE, "its keys cannot be read");
        } catch (BadJOSEException | JOSEException e) {
            throw ProofRefused.in(e, ProofFault.TOKEN_SIGNATURE, "the ID token is signed by no key of the provider");
        }
    }
}
