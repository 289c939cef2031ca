package id.ronda.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An OpenID provider on 127.0.0.1 that does all as it should, until a test makes one part of it lie. */
final class TestingProvider implements AutoCloseable {

    static final String CLIENT = "ronda";
    static final String SECRET = "rahasia & ru=ah";
    static final String SUBJECT = "a1b2";

    /** How an ID token becomes one that is signed. */
    interface Signer {
        JWT sign(JWTClaimsSet claims) throws JOSEException;
    }

    private final Clock clock;
    private final HttpServer server;
    private final Map<String, Begun> codes = new ConcurrentHashMap<>();
    private final Map<String, Handler<HttpServerRequest>> lies = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile UnaryOperator<JsonObject> document = told -> told;
    private volatile UnaryOperator<JWTClaimsSet.Builder> claims = told -> told;
    private volatile RSAKey key;
    private volatile JWKSet published;
    private volatile Signer signer = this::signed;
    private volatile boolean checksPkce = true;

    /** What was asked for at the authorization endpoint. */
    private record Begun(String nonce, String challenge, String redirectUri) {}

    TestingProvider(Vertx vertx, Clock clock) {
        this.clock = clock;
        this.key = newKey("first");
        this.published = new JWKSet(key.toPublicJWK());
        this.server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/realms/kab");
    }

    /** Changes what it says of itself. */
    void document(UnaryOperator<JsonObject> change) {
        document = change;
    }

    /** Changes what its ID tokens say. */
    void claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        claims = change;
    }

    /** Changes how its ID tokens are signed. */
    void signer(Signer other) {
        signer = other;
    }

    /** Answers a path in another way. */
    void lie(String path, Handler<HttpServerRequest> answer) {
        lies.put(path, answer);
    }

    /** Takes any verifier for a code, as providers do that know no PKCE. */
    void forgetPkce() {
        checksPkce = false;
    }

    /** Signs with another key from now on. */
    void rotate(String id) {
        key = newKey(id);
        published = new JWKSet(key.toPublicJWK());
    }

    RSAKey key() {
        return key;
    }

    /** How often a path was asked. */
    int asked(String path) {
        return asked.getOrDefault(path, 0);
    }

    /** A person signs in here: what the browser is sent back with. */
    Map<String, String> authorize(URI request) {
        Map<String, List<String>> asks = URLUtils.parseParameters(request.getRawQuery());
        String code = "code-" + next.incrementAndGet();
        codes.put(code, new Begun(one(asks, "nonce"), one(asks, "code_challenge"), one(asks, "redirect_uri")));
        return Map.of("code", code, "state", one(asks, "state"), "iss", issuer().toString());
    }

    static String one(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).getFirst();
    }

    private void answer(HttpServerRequest request) {
        String path =
                String.valueOf(request.path()).substring(issuer().getPath().length());
        asked.merge(path, 1, Integer::sum);
        var lie = lies.get(path);
        if (lie != null) {
            lie.handle(request);
            return;
        }
        switch (path) {
            case "/.well-known/openid-configuration" -> json(request, 200, document.apply(document()));
            case "/keys" -> json(request, 200, new JsonObject(published.toString()));
            case "/token" -> request.body().onSuccess(body -> token(request, body.toString()));
            case "/userinfo" ->
                json(request, 200, new JsonObject().put("sub", SUBJECT).put("groups", new JsonArray().add("noc")));
            default -> request.response().setStatusCode(404).end();
        }
    }

    private JsonObject document() {
        return new JsonObject()
                .put("issuer", issuer().toString())
                .put("authorization_endpoint", issuer() + "/authorize")
                .put("token_endpoint", issuer() + "/token")
                .put("jwks_uri", issuer() + "/keys")
                .put("userinfo_endpoint", issuer() + "/userinfo")
                .put("end_session_endpoint", issuer() + "/logout")
                .put("authorization_response_iss_parameter_supported", true)
                .put("response_types_supported", new JsonArray().add("code"))
                .put("subject_types_supported", new JsonArray().add("public"))
                .put("code_challenge_methods_supported", new JsonArray().add("S256"))
                .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"));
    }

    private void token(HttpServerRequest request, String body) {
        Map<String, List<String>> form = URLUtils.parseParameters(body);
        Begun begun = codes.remove(one(form, "code"));
        if (!authorization().equals(request.getHeader("Authorization"))) {
            json(request, 401, new JsonObject().put("error", "invalid_client"));
        } else if (begun != null && isRight(begun, form)) {
            json(request, 200, tokens(begun.nonce()));
        } else {
            json(request, 400, new JsonObject().put("error", "invalid_grant"));
        }
    }

    private boolean isRight(Begun begun, Map<String, List<String>> form) {
        String challenge = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(one(form, "code_verifier")))
                .getValue();
        return begun.redirectUri().equals(one(form, "redirect_uri"))
                && (!checksPkce || begun.challenge().equals(challenge));
    }

    /** RFC 6749 section 2.3.1: both parts are encoded like a form. */
    private static String authorization() {
        String pair = URLEncoder.encode(CLIENT, UTF_8) + ":" + URLEncoder.encode(SECRET, UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private JsonObject tokens(String nonce) {
        try {
            return new JsonObject()
                    .put("access_token", "access")
                    .put("token_type", "Bearer")
                    .put(
                            "id_token",
                            signer.sign(claims.apply(told(nonce)).build()).serialize());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet.Builder told(String nonce) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .audience(CLIENT)
                .subject(SUBJECT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .claim("nonce", nonce)
                .claim("preferred_username", "budi");
    }

    private SignedJWT signed(JWTClaimsSet told) throws JOSEException {
        return signed(told, key, JWSAlgorithm.RS256);
    }

    static SignedJWT signed(JWTClaimsSet told, RSAKey key, JWSAlgorithm algorithm) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), told);
        token.sign(new RSASSASigner(key));
        return token;
    }

    static void json(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.encode());
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
