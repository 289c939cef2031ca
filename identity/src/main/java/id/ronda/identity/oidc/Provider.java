package id.ronda.identity.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import id.ronda.identity.ProofFault;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0 section 3), as far as it is used. All of it lies at the issuer's own
 * host.
 *
 * @param sendsIssuer whether its answers must name it (RFC 9207)
 * @param takesBasic whether the client's secret goes into the header; else into the form
 */
record Provider(
        URI authorization,
        URI token,
        URI keys,
        @Nullable URI userInfo,
        @Nullable URI endSession,
        boolean sendsIssuer,
        boolean takesBasic) {

    /** Reads the document; one that is for another issuer, or names other hosts, is refused. */
    static Provider read(String document, URI issuer) throws ProofRefused {
        OIDCProviderMetadata told = parsed(document);
        if (!issuer.toString().equals(told.getIssuer().getValue())) {
            throw unusable("it says that its issuer is " + told.getIssuer());
        }
        List<CodeChallengeMethod> challenges = told.getCodeChallengeMethods();
        if (challenges != null && !challenges.contains(CodeChallengeMethod.S256)) {
            throw unusable("it has no PKCE with S256");
        }
        Origin origin = Origin.of(issuer);
        List<ClientAuthenticationMethod> methods = told.getTokenEndpointAuthMethods();
        return new Provider(
                required(origin, "authorization_endpoint", told.getAuthorizationEndpointURI()),
                required(origin, "token_endpoint", told.getTokenEndpointURI()),
                required(origin, "jwks_uri", told.getJWKSetURI()),
                own(origin, "userinfo_endpoint", told.getUserInfoEndpointURI()),
                own(origin, "end_session_endpoint", told.getEndSessionEndpointURI()),
                told.supportsAuthorizationResponseIssuerParam(),
                methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC));
    }

    private static OIDCProviderMetadata parsed(String document) throws ProofRefused {
        try {
            return OIDCProviderMetadata.parse(document);
        } catch (ParseException e) {
            throw new ProofRefused(ProofFault.PROVIDER_UNUSABLE, "its discovery document cannot be read", e);
        }
    }

    private static URI required(Origin origin, String name, @Nullable URI address) throws ProofRefused {
        URI own = own(origin, name, address);
        if (own == null) {
            throw unusable("it has no " + name);
        }
        return own;
    }

    private static @Nullable URI own(Origin origin, String name, @Nullable URI address) throws ProofRefused {
        if (address != null && !origin.isOf(address)) {
            throw unusable("its " + name + " is at another host: " + address);
        }
        return address;
    }

    private static ProofRefused unusable(String why) {
        return new ProofRefused(ProofFault.PROVIDER_UNUSABLE, why);
    }
}
