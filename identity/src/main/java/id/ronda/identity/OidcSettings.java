package id.ronda.identity;

import id.ronda.kernel.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The one OpenID provider that people may sign in with.
 *
 * @param issuer exactly as in its discovery document; nothing but its host is ever contacted
 * @param clientSecret absent: Ronda is a public client, and PKCE alone protects the code
 * @param redirectUri where the provider sends people back to, exactly as it is registered there
 * @param name what people call the provider
 * @param scopes beside {@code openid}
 * @param maxAge how long ago a person may have shown himself to the provider; absent: as long as it likes
 * @param groupsClaim the claim that names the person's groups
 */
public record OidcSettings(
        URI issuer,
        String clientId,
        Optional<Secret> clientSecret,
        URI redirectUri,
        String name,
        List<String> scopes,
        Optional<Duration> maxAge,
        String groupsClaim,
        ExternalPolicy policy) {

    /** Where people begin. */
    public static final String BEGIN = "/masuk/oidc";

    /** Where they come back to. */
    public static final String RETURN = BEGIN + "/kembali";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** @throws OidcSettingRefused when one of them cannot be */
    public OidcSettings {
        scopes = List.copyOf(scopes);
        requireSafe("issuer", issuer);
        requireSafe("redirect-uri", redirectUri);
        if (!RETURN.equals(redirectUri.getPath()) || redirectUri.getQuery() != null) {
            throw new OidcSettingRefused("redirect-uri", redirectUri + " must end with " + RETURN);
        }
        if (clientId.isBlank()) {
            throw new OidcSettingRefused("client-id", "must not be empty");
        }
    }

    /** A code on an open line is a session for whoever listens. */
    private static void requireSafe(String key, URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        boolean safe = scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host));
        if (!safe || uri.getHost() == null || uri.getFragment() != null || uri.getUserInfo() != null) {
            throw new OidcSettingRefused(key, uri + " must be an https:// address (http:// only on this machine)");
        }
    }
}
