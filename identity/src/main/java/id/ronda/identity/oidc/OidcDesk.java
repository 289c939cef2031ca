package id.ronda.identity.oidc;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import id.ronda.identity.Client;
import id.ronda.identity.ExternalDoor;
import id.ronda.identity.ExternalSignIn;
import id.ronda.identity.OidcSettings;
import id.ronda.identity.SignIn;
import id.ronda.identity.credential.Digest;
import id.ronda.identity.session.ProviderSessionStore;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.secret.SecretBox;
import io.vertx.core.Future;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where people begin a sign-in with the provider, come back from it, and leave by it. Futures complete on the caller's context. */
public final class OidcDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OidcDesk.class);

    /** Of one answer of the provider; a person waits for three of them at the first sign-in. */
    private static final Duration ANSWER = Duration.ofSeconds(8);

    private final OidcSettings settings;
    private final ExternalDoor door;
    private final Database database;
    private final ProviderSessionStore sessions;
    private final ProviderClient client;
    private final ProviderDirectory directory;
    private final CodeFlow flow;
    private final AttemptCookie cookies;
    private final RandomGenerator random;
    private final InstantSource clock;

    /**
     * A desk; the provider is first asked when somebody comes.
     *
     * @param door where they go in, under the settings' policy
     * @param box seals what browsers keep
     * @param random a cryptographically strong source
     */
    public OidcDesk(
            OidcSettings settings,
            ExternalDoor door,
            Database database,
            SecretBox box,
            RandomGenerator random,
            InstantSource clock) {
        this(settings, door, database, box, random, clock, ANSWER);
    }

    OidcDesk(
            OidcSettings settings,
            ExternalDoor door,
            Database database,
            SecretBox box,
            RandomGenerator random,
            InstantSource clock,
            Duration answer) {
        this.settings = settings;
        this.door = door;
        this.database = database;
        this.sessions = new ProviderSessionStore(box);
        this.client = new ProviderClient(settings.issuer(), answer);
        this.directory = new ProviderDirectory(settings.issuer(), client, clock);
        this.flow = new CodeFlow(settings, directory, client, clock);
        this.cookies = new AttemptCookie(box);
        this.random = random;
        this.clock = clock;
    }

    /** How a sign-in begins. */
    public sealed interface Beginning {

        /**
         * At the provider.
         *
         * @param cookie keeps the attempt in this browser, for as long as it may take
         */
        record AtProvider(URI address, Secret cookie) implements Beginning {}

        /** Not at all. */
        record Failed(ExternalSignIn result) implements Beginning {}
    }

    /**
     * How it ended.
     *
     * @param to the page that was wanted when it began
     */
    public record Ending(String to, ExternalSignIn result) {}

    /** How long a browser keeps its attempt. */
    public static Duration attemptLife() {
        return Attempt.LIFE;
    }

    /** Begins a sign-in that leads to this page. */
    public Future<Beginning> begin(String to, Client client) {
        return door.wait(new Beginning.Failed(busy()), () -> beginning(to, client));
    }

    private static ExternalSignIn busy() {
        return new ExternalSignIn.Decided(new SignIn.Busy());
    }

    private Beginning beginning(String to, Client client) {
        try {
            Attempt attempt = Attempt.begin(to, random, clock.instant());
            URI address = request(attempt, directory.awake().provider());
            return new Beginning.AtProvider(address, cookies.seal(attempt));
        } catch (ProofRefused refused) {
            LOG.warn(
                    "{} cannot be used: {}: {}",
                    settings.name(),
                    refused.fault().tag(),
                    refused.getMessage());
            door.failed(refused.fault(), client);
            return new Beginning.Failed(new ExternalSignIn.Unproven(refused.fault()));
        }
    }

    private URI request(Attempt attempt, Provider provider) {
        var scope = new Scope("openid");
        settings.scopes().forEach(scope::add);
        var request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, scope, new ClientID(settings.clientId()), settings.redirectUri())
                .endpointURI(provider.authorization())
                .state(new State(attempt.state().reveal()))
                .nonce(new Nonce(attempt.nonce().reveal()))
                .codeChallenge(new CodeVerifier(attempt.verifier().reveal()), CodeChallengeMethod.S256);
        settings.maxAge().ifPresent(age -> request.maxAge(Math.toIntExact(age.toSeconds())));
        return request.build().toURI();
    }

    /**
     * Ends one.
     *
     * @param cookie what the browser kept
     */
    public Future<Ending> complete(Callback callback, Optional<Secret> cookie, Client client) {
        Optional<Attempt> attempt = cookie.flatMap(cookies::open);
        String to = attempt.map(Attempt::to).orElse("/");
        var evidence = new CodeFlow.Evidence(attempt, callback);
        return door.wait(new Ending(to, busy()), () -> new Ending(to, door.enter(flow, evidence, client)));
    }

    /** What this provider gave when it opened that session; asked for before the session ends. */
    public Future<Optional<Secret>> receipt(Secret session) {
        String issuer = settings.issuer().toString();
        return database.call(
                Lane.EDITS,
                handle -> sessions.find(handle, Digest.of(session))
                        .filter(opened -> opened.issuer().equals(issuer))
                        .flatMap(opened -> Optional.ofNullable(opened.receipt())));
    }

    /**
     * Where a person goes on to end his session at the provider too (OpenID Connect RP-Initiated Logout 1.0); empty when it offers
     * that to nobody, or cannot be asked.
     *
     * @param receipt of {@link #receipt}
     */
    public Future<Optional<URI>> farewell(Secret receipt) {
        return door.wait(Optional.empty(), () -> logout(receipt));
    }

    private Optional<URI> logout(Secret receipt) {
        try {
            URI end = directory.awake().provider().endSession();
            return end == null ? Optional.empty() : Optional.of(logout(end, receipt));
        } catch (ProofRefused | ParseException e) {
            LOG.warn("a session at {} stays open: {}", settings.name(), e.getMessage());
            return Optional.empty();
        }
    }

    private URI logout(URI end, Secret receipt) throws ParseException {
        return new LogoutRequest(
                        end,
                        JWTParser.parse(receipt.reveal()),
                        null,
                        new ClientID(settings.clientId()),
                        settings.redirectUri().resolve("/masuk"),
                        null,
                        null)
                .toURI();
    }

    @Override
    public void close() {
        client.close();
    }
}
