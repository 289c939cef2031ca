package id.ronda.identity.oidc;

import static id.ronda.identity.TestingIdentity.PASSWORD;
import static id.ronda.identity.TestingIdentity.client;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import id.ronda.identity.SignIn;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who lies, steals and replays stays outside; each lie has a name in the counters. */
class OidcAttackTest {

    private static final String SESSION = "ronda_session";

    private TestingOffice office;
    private TestingBrowser browser;

    @BeforeEach
    void start(@TempDir Path folder) {
        office = new TestingOffice(folder);
        browser = office.browser();
        office.linked("budi");
    }

    @AfterEach
    void stop() {
        office.close();
    }

    private void refused(TestingBrowser.Answer answer, String advice, String fault) {
        assertThat(answer.location()).isEqualTo("/masuk?to=%2F&problem=" + advice);
        assertThat(browser.has(SESSION)).isFalse();
        assertThat(office.identity.count(fault)).as(fault).isEqualTo(1);
        assertThat(office.identity.trail)
                .anySatisfy(note -> assertThat(note.outcome()).isEqualTo(fault));
    }

    /** The rest of the lies that claims can tell is in IdTokenClaimsTest; here they come the whole way. */
    @Test
    void tokenThatLies_opensNothing() {
        office.provider.claims(told -> told.claim("nonce", "another"));
        refused(office.signIn(browser, "/"), "refused", "token-nonce");

        office.provider.claims(told -> told.audience("grafana"));
        refused(office.signIn(browser, "/"), "refused", "token-audience");

        office.provider.claims(told -> told.issuer("https://sso.example.test"));
        refused(office.signIn(browser, "/"), "refused", "token-issuer");
    }

    @Test
    void unsignedToken_opensNothing() {
        office.provider.signer(PlainJWT::new);

        refused(office.signIn(browser, "/"), "refused", "token-algorithm");
    }

    @Test
    void publicKeyTakenForASharedSecret_opensNothing() throws Exception {
        byte[] known = office.provider.key().toRSAPublicKey().getEncoded();
        office.provider.signer(claims -> {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims);
            token.sign(new MACSigner(known));
            return token;
        });

        refused(office.signIn(browser, "/"), "refused", "token-algorithm");
    }

    @Test
    void algorithmThatIsNotOnTheList_opensNothing_oneThatIsDoes() {
        office.provider.signer(claims -> TestingProvider.signed(claims, office.provider.key(), JWSAlgorithm.RS512));
        refused(office.signIn(browser, "/"), "refused", "token-algorithm");

        office.provider.signer(claims -> TestingProvider.signed(claims, office.provider.key(), JWSAlgorithm.PS256));
        assertThat(office.signIn(browser, "/").location()).isEqualTo("/");
    }

    @Test
    void keyOfAnother_underTheProvidersKeyId_opensNothing() {
        var foreign = TestingProvider.newKey("first");
        office.provider.signer(claims -> TestingProvider.signed(claims, foreign, JWSAlgorithm.RS256));

        refused(office.signIn(browser, "/"), "refused", "token-signature");
    }

    @Test
    void answerThatCameBefore_opensNothing() {
        Map<String, String> answer = office.provider.authorize(browser.begin("/"));
        String kept = browser.cookie("ronda_oidc");
        assertThat(browser.comeBack(answer).location()).isEqualTo("/");

        var thief = office.browser();
        thief.keep("ronda_oidc", kept);
        var again = thief.comeBack(answer);

        assertThat(again.location()).contains("problem=expired");
        assertThat(thief.has(SESSION)).isFalse();
        assertThat(office.identity.count("attempt-spent")).isEqualTo(1);
    }

    @Test
    void answerToAnotherBrowsersSignIn_opensNothing() {
        Map<String, String> attackers =
                office.provider.authorize(office.browser().begin("/"));

        refused(browser.comeBack(attackers), "expired", "attempt-foreign");

        browser.begin("/");
        assertThat(browser.comeBack(attackers).location())
                .as("sign-in CSRF: a victim that has begun one of its own")
                .contains("problem=expired");
        assertThat(office.provider.asked("/token")).isZero();
    }

    @Test
    void cookieThatIsMadeUp_opensNothing() {
        Map<String, String> answer = office.provider.authorize(browser.begin("/"));
        String kept = browser.cookie("ronda_oidc");
        browser.keep("ronda_oidc", kept.substring(0, kept.length() - 2) + (kept.endsWith("AA") ? "BB" : "AA"));

        refused(browser.comeBack(answer), "expired", "attempt-foreign");
    }

    @Test
    void signInThatTookTenMinutes_hasEnded() {
        Map<String, String> answer = office.provider.authorize(browser.begin("/"));
        office.identity.clock.advance(Duration.ofMinutes(10));

        refused(browser.comeBack(answer), "expired", "attempt-expired");
    }

    @Test
    void stolenCode_inAnotherSignIn_isRefusedByPkce_andByTheNonceWhereThereIsNone() {
        for (String fault : List.of("code-refused", "token-nonce")) {
            Map<String, String> stolen =
                    office.provider.authorize(office.browser().begin("/"));
            Map<String, String> injected = new HashMap<>(office.provider.authorize(browser.begin("/")));
            injected.put("code", stolen.get("code"));

            refused(browser.comeBack(injected), "refused", fault);
            office.provider.forgetPkce();
        }
    }

    @Test
    void answerOfAnotherProvider_orOfNone_isNotTaken() {
        Map<String, String> mixed = new HashMap<>(office.provider.authorize(browser.begin("/")));
        mixed.put("iss", "https://sso.example.test");
        refused(browser.comeBack(mixed), "refused", "answer-issuer");

        mixed = new HashMap<>(office.provider.authorize(browser.begin("/")));
        mixed.remove("iss");
        assertThat(browser.comeBack(mixed).location()).contains("problem=refused");
        assertThat(office.identity.count("answer-issuer")).isEqualTo(2);
        assertThat(office.provider.asked("/token")).isZero();
    }

    @Test
    void parameterThatComesTwice_isNone() {
        Map<String, String> answer = office.provider.authorize(browser.begin("/"));

        refused(
                browser.get("/masuk/oidc/kembali?code=" + answer.get("code") + "&state=" + answer.get("state")
                        + "&state=" + answer.get("state")),
                "expired",
                "attempt-foreign");
    }

    @Test
    void personWhoWasNotLetIn_orSaidNo_isToldSo() {
        String state = office.provider.authorize(browser.begin("/")).get("state");

        refused(
                browser.comeBack(Map.of(
                        "error",
                        "access_denied",
                        "error_description",
                        "<script>",
                        "state",
                        state,
                        "iss",
                        office.provider.issuer().toString())),
                "refused",
                "provider-refused");
    }

    @Test
    void otherSitesLink_beginsNothing() {
        var answer = browser.get("/masuk/oidc?to=/akun", "Sec-Fetch-Site", "cross-site");

        assertThat(answer.location()).isEqualTo("/masuk?to=%2Fakun");
        assertThat(browser.has("ronda_oidc")).isFalse();
    }

    @Test
    void wantedPageOfAnotherHost_isTheStartPage() {
        for (String to : List.of("https://example.test/", "//example.test", "/\\example.test", "javascript:alert(1)")) {
            assertThat(office.signIn(office.browser(), to).location()).as(to).isEqualTo("/");
        }
    }

    @Test
    void providerThatIsAway_isNamed_asksNobodyTwice_andLeavesThePasswordsDoorOpen() {
        var asked = new AtomicInteger();
        office.provider.lie("/.well-known/openid-configuration", request -> {
            asked.incrementAndGet();
            request.response().setStatusCode(503).end();
        });

        refused(browser.get("/masuk/oidc"), "away", "provider-away");
        assertThat(browser.get("/masuk/oidc").location()).contains("problem=away");
        assertThat(asked).as("not hammered").hasValue(1);
        assertThat(office.identity.signIn("budi", PASSWORD, client("127.0.0.1")))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void providerThatWentAway_isNamedBeforeABrowserIsSentThere() {
        assertThat(browser.get("/masuk/oidc").location())
                .startsWith(office.provider.issuer().toString());
        office.provider.lie(
                "/.well-known/openid-configuration",
                request -> request.response().setStatusCode(503).end());
        office.identity.clock.advance(ProviderDirectory.AWAKE_FOR);

        refused(browser.get("/masuk/oidc"), "away", "provider-away");
    }

    @Test
    void documentThatNamesAnotherHostOrIssuer_isNotFollowed() {
        for (String member :
                List.of("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint")) {
            office.provider.document(told -> told.put(member, "http://127.0.0.2:1/realms/kab"));
            assertThat(browser.get("/masuk/oidc").location()).as(member).contains("problem=away");
            office.identity.clock.advance(ProviderDirectory.AFTER_FAILURE);
        }
        assertThat(office.identity.count("provider-unusable")).isEqualTo(5);
    }

    @Test
    void redirectOfTheProvider_isNotFollowed() {
        var elsewhere = new AtomicInteger();
        office.provider.lie("/elsewhere", request -> {
            elsewhere.incrementAndGet();
            request.response().end();
        });
        office.provider.lie(
                "/token",
                request -> request.response()
                        .setStatusCode(307)
                        .putHeader("Location", office.provider.issuer() + "/elsewhere")
                        .end());

        refused(office.signIn(browser, "/"), "away", "provider-unusable");
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void answerThatIsHuge_orNoJson_isNotTaken() {
        office.provider.lie(
                "/token",
                request -> TestingProvider.json(
                        request, 200, new JsonObject().put("access_token", "x".repeat(ProviderClient.LARGEST))));
        refused(office.signIn(browser, "/"), "away", "provider-unusable");

        office.provider.lie(
                "/token",
                request -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end("[[["));
        refused(office.signIn(browser, "/"), "refused", "token-unreadable");
    }

    @Test
    void secretThatIsWrong_isTheProvidersAffair_notTheVisitors() {
        office.provider.lie(
                "/token",
                request -> TestingProvider.json(request, 401, new JsonObject().put("error", "invalid_client")));

        refused(office.signIn(browser, "/"), "away", "provider-unusable");
    }

    @Test
    void addressThatComesWithForgedAnswers_mustWait() {
        TestingBrowser.Answer last = null;
        for (int i = 0; i < 32; i++) {
            last = office.browser().comeBack(Map.of("code", "made-up", "state", "made-up"));
        }

        assertThat(last).isNotNull();
        assertThat(last.location()).contains("problem=later");
        assertThat(office.identity.count("attempt-foreign")).isEqualTo(31);
        assertThat(office.identity.count("delayed")).isEqualTo(1);
    }
}
