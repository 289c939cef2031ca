package id.ronda.identity.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import id.ronda.identity.ProofFault;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The provider's discovery document and its keys, fetched when somebody first signs in: Ronda starts without the provider. The
 * document is good for an hour, as a sign that the provider answers for some seconds; after a failure nobody asks again for as
 * long. An unknown key id fetches the keys anew, once in half a minute at most.
 */
final class ProviderDirectory {

    static final Duration GOOD_FOR = Duration.ofHours(1);
    static final Duration AWAKE_FOR = Duration.ofSeconds(2);
    static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private static final long KEYS_MILLIS = Duration.ofMinutes(15).toMillis();
    private static final long KEYS_WAIT_MILLIS = Duration.ofSeconds(15).toMillis();
    private static final long BETWEEN_FETCHES_MILLIS = Duration.ofSeconds(30).toMillis();
    private static final String PATH = "/.well-known/openid-configuration";

    private final URI issuer;
    private final ProviderClient client;
    private final InstantSource clock;
    // Not synchronized: on JDK 21 that would hold a carrier thread while the provider is waited for.
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Known known;
    private @Nullable ProofRefused failure;
    private Instant asked = Instant.EPOCH;

    ProviderDirectory(URI issuer, ProviderClient client, InstantSource clock) {
        this.issuer = issuer;
        this.client = client;
        this.clock = clock;
    }

    /** What is known of the provider, and where its keys come from. */
    record Known(Provider provider, JWKSource<SecurityContext> keys) {}

    /** Fetches what is not known or no longer good. */
    Known current() throws ProofRefused {
        return notOlderThan(GOOD_FOR);
    }

    /** As {@link #current()}, of a provider that answers now: nobody's browser is sent to one that does not. */
    Known awake() throws ProofRefused {
        return notOlderThan(AWAKE_FOR);
    }

    private Known notOlderThan(Duration age) throws ProofRefused {
        turn.lock();
        try {
            Instant now = clock.instant();
            if (!now.isBefore(asked.plus(failure == null ? age : AFTER_FAILURE))) {
                fetch(now);
            }
            if (failure != null) {
                throw new ProofRefused(failure.fault(), String.valueOf(failure.getMessage()));
            }
            if (known == null) {
                throw new IllegalStateException("a fetch ends in a document or a failure");
            }
            return known;
        } finally {
            turn.unlock();
        }
    }

    private void fetch(Instant now) {
        try {
            Provider fresh = Provider.read(client.get(address()), issuer);
            if (known == null || !known.provider().equals(fresh)) {
                known = new Known(fresh, keys(fresh.keys()));
            }
            failure = null;
        } catch (ProofRefused refused) {
            failure = refused;
        }
        asked = now;
    }

    /** The path stands behind the issuer's own (OpenID Connect Discovery 1.0 section 4). */
    private URI address() {
        String base = issuer.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + PATH);
    }

    private JWKSource<SecurityContext> keys(URI address) throws ProofRefused {
        try {
            return JWKSourceBuilder.<SecurityContext>create(address.toURL(), client)
                    .cache(KEYS_MILLIS, KEYS_WAIT_MILLIS)
                    .refreshAheadCache(false)
                    .rateLimited(BETWEEN_FETCHES_MILLIS)
                    .build();
        } catch (MalformedURLException e) {
            throw new ProofRefused(ProofFault.PROVIDER_UNUSABLE, "its jwks_uri is no address", e);
        }
    }
}
