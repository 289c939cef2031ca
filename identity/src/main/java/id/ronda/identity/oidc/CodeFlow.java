package id.ronda.identity.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import id.ronda.identity.IdentityProvider;
import id.ronda.identity.OidcSettings;
import id.ronda.identity.Proof;
import id.ronda.identity.ProofFault;
import id.ronda.kernel.Secret;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider as who proves: what a browser brought back becomes a code, the code a token, the token a person. */
final class CodeFlow implements IdentityProvider<CodeFlow.Evidence> {

    private static final Logger LOG = LoggerFactory.getLogger(CodeFlow.class);

    private final OidcSettings settings;
    private final ProviderDirectory directory;
    private final ProviderClient client;
    private final IdTokens tokens;
    private final PersonClaims persons;
    private final InstantSource clock;
    private final SpentAttempts spent = new SpentAttempts();

    CodeFlow(OidcSettings settings, ProviderDirectory directory, ProviderClient client, InstantSource clock) {
        this.settings = settings;
        this.directory = directory;
        this.client = client;
        this.clock = clock;
        this.tokens = new IdTokens(
                new IdTokenClaims(settings.issuer().toString(), settings.clientId(), settings.maxAge()), clock);
        this.persons = new PersonClaims(settings, client);
    }

    /**
     * What a browser has to show.
     *
     * @param attempt the one that it keeps in its cookie, if it is one
     */
    record Evidence(Optional<Attempt> attempt, Callback callback) {}

    @Override
    public Proof prove(Evidence evidence) {
        try {
            return proven(evidence);
        } catch (ProofRefused refused) {
            LOG.warn(
                    "a sign-in with {} failed: {}: {}",
                    settings.name(),
                    refused.fault().tag(),
                    refused.getMessage());
            return new Proof.Unproven(refused.fault());
        }
    }

    private Proof proven(Evidence evidence) throws ProofRefused {
        Attempt attempt = own(evidence);
        ProviderDirectory.Known known = directory.current();
        Secret code = code(evidence.callback(), known.provider());
        OIDCTokens answer = exchange(code, attempt, known.provider());
        if (answer.getIDToken() == null) {
            throw new ProofRefused(ProofFault.TOKEN_UNREADABLE, "there is no ID token in its answer");
        }
        JWTClaimsSet claims = tokens.verified(answer.getIDToken(), known.keys(), attempt.nonce());
        return persons.of(claims, answer, known.provider());
    }

    /** The browser's own attempt, now spent. */
    private Attempt own(Evidence evidence) throws ProofRefused {
        Attempt attempt = evidence.attempt()
                .filter(kept ->
                        evidence.callback().state().filter(kept.state()::equals).isPresent())
                .orElseThrow(() -> new ProofRefused(
                        ProofFault.ATTEMPT_FOREIGN, "the answer belongs to no sign-in that this browser has begun"));
        if (attempt.isOver(clock.instant())) {
            throw new ProofRefused(ProofFault.ATTEMPT_EXPIRED, "begun at " + attempt.begun());
        }
        if (!spent.spend(attempt, clock.instant())) {
            throw new ProofRefused(ProofFault.ATTEMPT_SPENT, "the answer has come before");
        }
        return attempt;
    }

    private Secret code(Callback callback, Provider provider) throws ProofRefused {
        String issuer = settings.issuer().toString();
        if (callback.issuer().map(sent -> !sent.equals(issuer)).orElse(provider.sendsIssuer())) {
            throw new ProofRefused(ProofFault.ANSWER_ISSUER, "the answer does not name the issuer that was asked");
        }
        if (callback.error().isPresent()) {
            throw refused(callback.error().get());
        }
        return callback.code()
                .orElseThrow(() -> new ProofRefused(ProofFault.ANSWER_UNREADABLE, "neither a code nor an error"));
    }

    private static ProofRefused refused(String error) {
        boolean away = error.equals(OAuth2Error.SERVER_ERROR.getCode())
                || error.equals(OAuth2Error.TEMPORARILY_UNAVAILABLE.getCode());
        // What a browser brings may be made up: only what the standard knows goes into the log.
        String known = error.matches("[a-z_]{1,50}") ? error : "an unreadable error";
        return new ProofRefused(away ? ProofFault.PROVIDER_AWAY : ProofFault.PROVIDER_REFUSED, known);
    }

    private OIDCTokens exchange(Secret code, Attempt attempt, Provider provider) throws ProofRefused {
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code.reveal()),
                settings.redirectUri(),
                new CodeVerifier(attempt.verifier().reveal()));
        try {
            return tokens(OIDCTokenResponseParser.parse(
                    request(grant, provider).toHTTPRequest().send(client)));
        } catch (IOException e) {
            throw ProofRefused.in(e, ProofFault.PROVIDER_AWAY, "no token");
        } catch (ParseException e) {
            throw new ProofRefused(ProofFault.TOKEN_UNREADABLE, "its answer to the code cannot be read", e);
        }
    }

    private TokenRequest request(AuthorizationCodeGrant grant, Provider provider) {
        var id = new ClientID(settings.clientId());
        return settings.clientSecret()
                .map(secret -> new TokenRequest.Builder(provider.token(), authentication(id, secret, provider), grant))
                .orElseGet(() -> new TokenRequest.Builder(provider.token(), id, grant))
                .build();
    }

    private static ClientAuthentication authentication(ClientID id, Secret word, Provider provider) {
        var secret = new com.nimbusds.oauth2.sdk.auth.Secret(word.reveal());
        return provider.takesBasic() ? new ClientSecretBasic(id, secret) : new ClientSecretPost(id, secret);
    }

    private static OIDCTokens tokens(TokenResponse answer) throws ProofRefused {
        if (answer instanceof OIDCTokenResponse success) {
            return success.getOIDCTokens();
        }
        ErrorObject error = answer.toErrorResponse().getErrorObject();
        boolean code = OAuth2Error.INVALID_GRANT.getCode().equals(error.getCode());
        throw new ProofRefused(
                code ? ProofFault.CODE_REFUSED : ProofFault.PROVIDER_UNUSABLE,
                "it gives no token: " + error.getCode() + " " + error.getDescription());
    }
}
