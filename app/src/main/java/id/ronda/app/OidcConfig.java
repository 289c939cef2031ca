package id.ronda.app;

import id.ronda.identity.ExternalPolicy;
import id.ronda.identity.OidcSettingRefused;
import id.ronda.identity.OidcSettings;
import id.ronda.kernel.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The OpenID provider: in a file {@code ronda.oidc.issuer=https://…}, in the environment {@code RONDA_OIDC_ISSUER}. Defaults stand in
 * {@link #settings()}: one by annotation would make the whole group present, and then its other keys are missed.
 */
public interface OidcConfig {

    /** Exactly as in the provider's discovery document. */
    URI issuer();

    /** The name under which Ronda is registered there. */
    String clientId();

    /** Holds the client's secret in one line, for its owner alone; absent: Ronda is a public client. */
    Optional<Path> clientSecretFile();

    /** Where the provider sends people back to: this server's address with {@code /masuk/oidc/kembali}. */
    URI redirectUri();

    /** What people call the provider; it stands on the page where they sign in. Absent: SSO. */
    Optional<String> name();

    /** What is asked for beside {@code openid}; absent: profile and email. */
    Optional<List<String>> scopes();

    /** How long ago a person may have shown himself to the provider; absent: as long as the provider likes. */
    Optional<Duration> maxAge();

    /** By what an account that exists is linked at the first sign-in; absent: an administrator links it. */
    Optional<Set<ExternalPolicy.Match>> linkBy();

    /** The claim that names a person's groups; absent: groups. */
    Optional<String> groupsClaim();

    /** Makes accounts for those in a group: {@code group=role,…} with the code of a preset role; absent: no accounts are made. */
    Optional<List<String>> newAccounts();

    /** Values of {@code amr} or {@code acr} that stand for Ronda's own second step; absent: none does. */
    Optional<Set<String>> trustedMethods();

    /**
     * The same as identity takes it, with the secret read from its file.
     *
     * @throws OidcSettingRefused when one of them cannot be
     */
    default OidcSettings settings() {
        return new OidcSettings(
                issuer(),
                clientId(),
                clientSecretFile().map(OidcConfig::secret),
                redirectUri(),
                name().orElse("SSO"),
                scopes().orElse(List.of("profile", "email")),
                maxAge(),
                groupsClaim().orElse("groups"),
                new ExternalPolicy(
                        linkBy().orElse(Set.of()),
                        roles(newAccounts().orElse(List.of())),
                        trustedMethods().orElse(Set.of())));
    }

    private static Map<String, String> roles(List<String> pairs) {
        var roles = new LinkedHashMap<String, String>();
        for (String pair : pairs) {
            // The last one: names of groups may hold the sign, as those of a directory do; codes of roles do not.
            int sign = pair.lastIndexOf('=');
            if (sign < 1) {
                throw new OidcSettingRefused("new-accounts", pair + " must be group=role");
            }
            roles.put(pair.substring(0, sign).strip(), pair.substring(sign + 1).strip());
        }
        return roles;
    }

    private static Secret secret(Path file) {
        try {
            var others = new HashSet<>(Files.getPosixFilePermissions(file));
            others.removeAll(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            if (!others.isEmpty()) {
                throw new OidcSettingRefused("client-secret-file", "others may read it; run chmod 600 " + file);
            }
            return new Secret(Files.readString(file).strip());
        } catch (IOException e) {
            throw new OidcSettingRefused("client-secret-file", file + " cannot be read: " + e);
        }
    }
}
