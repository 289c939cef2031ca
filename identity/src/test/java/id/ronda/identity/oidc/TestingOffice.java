package id.ronda.identity.oidc;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.done;

import id.ronda.identity.AccountId;
import id.ronda.identity.ExternalIdentity;
import id.ronda.identity.ExternalPolicy;
import id.ronda.identity.IdentitySettings;
import id.ronda.identity.OidcSettings;
import id.ronda.identity.PasswordCost;
import id.ronda.identity.TestingIdentity;
import id.ronda.kernel.Secret;
import id.ronda.kernel.http.ApiToken;
import id.ronda.kernel.http.HttpConfig;
import id.ronda.kernel.http.HttpServer;
import id.ronda.kernel.metrics.Meters;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Identity behind its own HTTP server, with a provider beside it. */
final class TestingOffice implements AutoCloseable {

    static final URI RETURN = URI.create("http://127.0.0.1:8080" + OidcSettings.RETURN);

    final Vertx vertx = Vertx.vertx();
    final TestingIdentity identity;
    final TestingProvider provider;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final URI root;

    TestingOffice(Path folder) {
        this(folder, ExternalPolicy.LINKED_ONLY, Optional.empty());
    }

    TestingOffice(Path folder, ExternalPolicy policy, Optional<Duration> maxAge) {
        var clock = id.ronda.testkit.MutableClock.at("2026-11-21T04:00:00Z");
        provider = new TestingProvider(vertx, clock);
        identity = new TestingIdentity(
                folder,
                IdentitySettings.USUAL
                        .withCost(new PasswordCost(8, 1))
                        .withOidc(Optional.of(settings(provider.issuer(), policy, maxAge))),
                List.of(),
                clock);
        server = new HttpServer(
                vertx,
                HttpConfig.defaults().withPort(0),
                identity.module.gatekeeper(ApiToken.issue(new SecureRandom()).known()),
                List.of(),
                Meters.prometheus());
        root = await(server.start(List.of(identity.module.routes())));
    }

    static OidcSettings settings(URI issuer, ExternalPolicy policy, Optional<Duration> maxAge) {
        return new OidcSettings(
                issuer,
                TestingProvider.CLIENT,
                Optional.of(new Secret(TestingProvider.SECRET)),
                RETURN,
                "SSO Kabupaten",
                List.of("profile", "email"),
                maxAge,
                "groups",
                policy);
    }

    /** A browser that nobody has used. */
    TestingBrowser browser() {
        return new TestingBrowser(http, root);
    }

    /** Makes an account that is linked to the provider's one person. */
    AccountId linked(String name) {
        AccountId account = identity.account(name);
        done(identity.module
                .externalIdentities()
                .link(CONSOLE, account, new ExternalIdentity(provider.issuer().toString(), TestingProvider.SUBJECT)));
        return account;
    }

    /** The whole way in this browser; the last answer. */
    TestingBrowser.Answer signIn(TestingBrowser browser, String to) {
        return browser.comeBack(provider.authorize(browser.begin(to)));
    }

    @Override
    public void close() {
        await(server.stop());
        http.close();
        identity.close();
        provider.close();
        await(vertx.close());
    }
}
