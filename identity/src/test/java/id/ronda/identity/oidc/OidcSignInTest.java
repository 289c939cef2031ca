package id.ronda.identity.oidc;

import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import id.ronda.identity.Caller;
import id.ronda.identity.ExternalPolicy;
import id.ronda.identity.Right;
import id.ronda.identity.factor.TestingAuthenticator;
import id.ronda.kernel.Secret;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way in with a provider that does as it should. */
class OidcSignInTest {

    private static final String SESSION = "ronda_session";
    private static final String ATTEMPT = "ronda_oidc";

    private TestingOffice office;
    private TestingBrowser browser;

    @BeforeEach
    void start(@TempDir Path folder) {
        open(new TestingOffice(folder));
    }

    private void open(TestingOffice other) {
        office = other;
        browser = office.browser();
    }

    @AfterEach
    void stop() {
        office.close();
    }

    private Caller.Person person(TestingBrowser whose) {
        return office.identity.person(new Secret(whose.cookie(SESSION)));
    }

    @Test
    void linkedPerson_comesInToThePageThatWasWanted() {
        var budi = office.linked("budi");

        var answer = office.signIn(browser, "/perangkat?q=a b");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/perangkat?q=a b");
        assertThat(person(browser).account()).isEqualTo(budi);
        assertThat(browser.has(ATTEMPT)).as("used up").isFalse();
        assertThat(office.identity.count("signed-in")).isPositive();
    }

    @Test
    void request_asksForACode_withAllThatBindsItsAnswerToThisBrowser() {
        URI address = browser.begin("/");

        assertThat(address.toString()).startsWith(office.provider.issuer() + "/authorize?");
        Map<String, List<String>> asks = URLUtils.parseParameters(address.getRawQuery());
        assertThat(asks)
                .containsEntry("response_type", List.of("code"))
                .containsEntry("client_id", List.of(TestingProvider.CLIENT))
                .containsEntry("redirect_uri", List.of(TestingOffice.RETURN.toString()))
                .containsEntry("code_challenge_method", List.of("S256"))
                .containsEntry("scope", List.of("openid profile email"))
                .containsKeys("state", "nonce", "code_challenge")
                .doesNotContainKeys("code_verifier", "client_secret", "prompt", "max_age");
        Map<String, List<String>> again =
                URLUtils.parseParameters(browser.begin("/").getRawQuery());
        for (String once : List.of("state", "nonce", "code_challenge")) {
            assertThat(again.get(once)).isNotEqualTo(asks.get(once));
        }
    }

    @Test
    void attempt_isKeptByThisBrowserAlone_andCannotBeReadThere() {
        var answer = browser.get("/masuk/oidc?to=/perangkat");

        assertThat(answer.cookies())
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith(ATTEMPT + "=")
                        .contains("Path=/masuk/oidc", "HTTPOnly", "SameSite=Lax", "Max-Age=600"));
        Map<String, List<String>> asks =
                URLUtils.parseParameters(URI.create(answer.location()).getRawQuery());
        var sealed = new String(
                java.util.Base64.getUrlDecoder().decode(browser.cookie(ATTEMPT)),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(sealed).doesNotContain(TestingProvider.one(asks, "state"), "perangkat");
    }

    @Test
    void personWithoutAnAccount_isToldSo_andStaysOutside() {
        var answer = office.signIn(browser, "/perangkat");

        assertThat(answer.location()).isEqualTo("/masuk?to=%2Fperangkat&problem=unknown");
        assertThat(browser.has(SESSION)).isFalse();
        assertThat(office.identity.count("no-linked-account")).isEqualTo(1);
    }

    @Test
    void secondStep_isAskedOnThePage_thatKnowsTheFirstByItsCookie() {
        office.linked("budi");
        var self = office.identity.person(office.identity.enter("budi").session());
        var enrolment = done(office.identity.module.secondFactors().begin(self));
        var telephone = new TestingAuthenticator(enrolment.secret(), office.identity.clock);
        done(office.identity.module.secondFactors().confirm(self, telephone.code()));
        office.identity.clock.advance(Duration.ofSeconds(30));

        var first = office.signIn(browser, "/perangkat");
        assertThat(first.location()).isEqualTo("/masuk?to=%2Fperangkat&step=code");
        assertThat(first.cookies())
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("ronda_pending=")
                        .contains("Path=/api/v1/session", "HTTPOnly", "SameSite=Lax"));
        assertThat(browser.has(SESSION)).isFalse();

        assertThat(office.browser()
                        .send("POST", "/api/v1/session/code", "{\"code\":\"" + telephone.code() + "\"}")
                        .status())
                .as("another browser has no first step")
                .isEqualTo(401);
        var second = browser.send("POST", "/api/v1/session/code", "{\"code\":\"" + telephone.code() + "\"}");
        assertThat(second.status()).as(second.body()).isEqualTo(200);
        assertThat(person(browser).name()).isEqualTo("budi");
        assertThat(browser.has("ronda_pending")).isFalse();
    }

    @Test
    void signOut_endsTheSessionHere_andSaysWhereTheOtherOneEnds() {
        office.linked("budi");
        office.signIn(browser, "/");
        String session = browser.cookie(SESSION);

        var answer = browser.send("DELETE", "/api/v1/session", "");

        assertThat(answer.status()).isEqualTo(200);
        URI further = URI.create(new JsonObject(answer.body()).getString("continueAt"));
        assertThat(further.toString()).startsWith(office.provider.issuer() + "/logout?");
        Map<String, List<String>> asks = URLUtils.parseParameters(further.getRawQuery());
        assertThat(asks)
                .containsEntry("client_id", List.of(TestingProvider.CLIENT))
                .containsEntry("post_logout_redirect_uri", List.of("http://127.0.0.1:8080/masuk"))
                .containsKey("id_token_hint");
        assertThat(await(office.identity.module.sessions().caller(new Secret(session))))
                .isEqualTo(Caller.nobody());
        assertThat(office.identity.number("select count(*) from identity.provider_session"))
                .isZero();
    }

    @Test
    void signOut_ofAPasswordsSession_orWhereTheProviderHasNone_endsHere() {
        office.provider.document(told -> {
            told.remove("end_session_endpoint");
            return told;
        });
        office.linked("budi");
        office.signIn(browser, "/");
        assertThat(browser.send("DELETE", "/api/v1/session", "").status()).isEqualTo(204);

        browser.keep(SESSION, office.identity.enter("budi").session().reveal());
        assertThat(browser.send("DELETE", "/api/v1/session", "").status()).isEqualTo(204);
        assertThat(browser.has(SESSION)).isFalse();
    }

    @Test
    void claims_areFetchedFromUserinfo_onlyWhereThePolicyWantsThem(@TempDir Path other) {
        office.linked("budi");
        office.signIn(browser, "/");
        assertThat(office.provider.asked("/userinfo")).isZero();
        stop();

        open(new TestingOffice(
                other, new ExternalPolicy(Set.of(), Map.of("noc", "operator"), Set.of()), Optional.empty()));
        assertThat(office.signIn(browser, "/").location()).isEqualTo("/");
        assertThat(person(browser).name()).isEqualTo("budi");
        assertThat(person(browser).can(Right.DEVICE_READ)).isTrue();
        assertThat(office.provider.asked("/userinfo")).isEqualTo(1);
    }

    @Test
    void provider_isAskedForItsDocumentAndKeysOnce_notForEverySignIn() {
        office.linked("budi");

        for (int i = 0; i < 3; i++) {
            assertThat(office.signIn(office.browser(), "/").location()).isEqualTo("/");
        }

        assertThat(office.provider.asked("/keys")).isEqualTo(1);
        assertThat(office.provider.asked("/token")).isEqualTo(3);
    }

    @Test
    void newKey_isFetchedWhenATokenNamesIt_butNotForEveryNameThatIsMadeUp() {
        office.linked("budi");
        office.signIn(office.browser(), "/");

        office.provider.rotate("second");
        assertThat(office.signIn(office.browser(), "/").location()).isEqualTo("/");
        assertThat(office.provider.asked("/keys")).isEqualTo(2);

        var unknown = TestingProvider.newKey("third");
        office.provider.signer(claims -> TestingProvider.signed(claims, unknown, com.nimbusds.jose.JWSAlgorithm.RS256));
        for (int i = 0; i < 3; i++) {
            assertThat(office.signIn(office.browser(), "/").location()).contains("problem=refused");
        }
        assertThat(office.provider.asked("/keys")).as("bounded").isEqualTo(2);
        assertThat(office.identity.count("token-signature")).isEqualTo(3);
    }

    @Test
    void maxAge_isAskedFor_andHeldTo(@TempDir Path other) {
        stop();
        open(new TestingOffice(other, ExternalPolicy.LINKED_ONLY, Optional.of(Duration.ofMinutes(10))));
        office.linked("budi");
        assertThat(browser.begin("/").getQuery()).contains("max_age=600");

        assertThat(office.signIn(browser, "/").location()).as("no auth_time").contains("problem=refused");
        assertThat(office.identity.count("sign-in-too-old")).isEqualTo(1);
        long now = office.identity.clock.instant().getEpochSecond();
        office.provider.claims(told -> told.claim("auth_time", now - 600));
        assertThat(office.signIn(browser, "/").location()).isEqualTo("/");
        office.provider.claims(told -> told.claim("auth_time", now - 700));
        assertThat(office.signIn(browser, "/").location()).contains("problem=refused");
    }
}
