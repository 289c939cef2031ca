package id.ronda.identity.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import id.ronda.identity.ExternalIdentity;
import id.ronda.identity.ExternalPolicy;
import id.ronda.identity.OidcSettings;
import id.ronda.identity.Proof;
import id.ronda.identity.ProofFault;
import id.ronda.kernel.Secret;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the provider says of a person: in the ID token and, only where the policy wants more than stands there, at its userinfo endpoint. */
final class PersonClaims {

    private static final String NAME = "preferred_username";
    private static final String EMAIL = "email";
    private static final String VERIFIED = "email_verified";

    /** Of groups and methods: more has nobody, and a token could hold thousands. */
    private static final int MOST_VALUES = 500;

    private final OidcSettings settings;
    private final ProviderClient client;

    PersonClaims(OidcSettings settings, ProviderClient client) {
        this.settings = settings;
        this.client = client;
    }

    Proof.Proven of(JWTClaimsSet token, OIDCTokens answer, Provider provider) throws ProofRefused {
        Map<String, Object> claims = new HashMap<>(token.getClaims());
        if (provider.userInfo() != null && wantsMore(claims)) {
            userInfo(token.getSubject(), answer, provider).forEach(claims::putIfAbsent);
        }
        Set<String> methods = new HashSet<>(values(claims.get("amr")));
        methods.addAll(values(claims.get("acr")));
        return new Proof.Proven(
                new ExternalIdentity(settings.issuer().toString(), token.getSubject()),
                text(claims.get(NAME)),
                text(claims.get("name")),
                isTrue(claims.get(VERIFIED)) ? text(claims.get(EMAIL)) : null,
                values(claims.get(settings.groupsClaim())),
                methods,
                answer.getIDTokenString() == null ? null : new Secret(answer.getIDTokenString()));
    }

    private boolean wantsMore(Map<String, Object> claims) {
        ExternalPolicy policy = settings.policy();
        boolean name = policy.wantsClaims() && !claims.containsKey(NAME);
        boolean email = policy.linkBy().contains(ExternalPolicy.Match.VERIFIED_EMAIL) && !claims.containsKey(VERIFIED);
        boolean groups = !policy.rolesOfGroups().isEmpty() && !claims.containsKey(settings.groupsClaim());
        return name || email || groups;
    }

    /** Its subject must be the token's: else the answer is another person's (OpenID Connect Core 1.0 section 5.3.2). */
    private Map<String, Object> userInfo(String subject, OIDCTokens answer, Provider provider) throws ProofRefused {
        UserInfo told = userInfo(answer, provider);
        if (!subject.equals(told.getSubject().getValue())) {
            throw new ProofRefused(ProofFault.SUBJECT_DIFFERS, "its userinfo speaks of somebody else");
        }
        return told.toJSONObject();
    }

    private UserInfo userInfo(OIDCTokens answer, Provider provider) throws ProofRefused {
        try {
            var request = new UserInfoRequest(provider.userInfo(), answer.getAccessToken());
            UserInfoResponse response =
                    UserInfoResponse.parse(request.toHTTPRequest().send(client));
            if (response.indicatesSuccess() && response.toSuccessResponse().getUserInfo() != null) {
                return response.toSuccessResponse().getUserInfo();
            }
        } catch (IOException e) {
            throw ProofRefused.in(e, ProofFault.PROVIDER_AWAY, "no userinfo");
        } catch (ParseException e) {
            throw new ProofRefused(ProofFault.PROVIDER_UNUSABLE, "its userinfo cannot be read", e);
        }
        throw new ProofRefused(ProofFault.PROVIDER_UNUSABLE, "its userinfo is refused, or not plain JSON");
    }

    private static @Nullable String text(@Nullable Object claim) {
        return claim instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    /** Some providers say it as a text. */
    private static boolean isTrue(@Nullable Object claim) {
        return Boolean.TRUE.equals(claim) || "true".equals(claim);
    }

    private static Set<String> values(@Nullable Object claim) {
        Collection<?> all = claim instanceof Collection<?> many ? many : claim == null ? List.of() : List.of(claim);
        return all.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .limit(MOST_VALUES)
                .collect(Collectors.toSet());
    }
}
