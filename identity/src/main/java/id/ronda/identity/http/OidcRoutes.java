package id.ronda.identity.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.identity.ExternalSignIn;
import id.ronda.identity.OidcSettings;
import id.ronda.identity.SignIn;
import id.ronda.identity.oidc.Callback;
import id.ronda.identity.oidc.OidcDesk;
import id.ronda.kernel.Secret;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.LocalPath;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /masuk/oidc} leads a browser to the provider, {@code /masuk/oidc/kembali} takes it back. Both end in a redirect: to the page that
 * was wanted, or to {@code /masuk}, which says what is still needed or what went wrong.
 */
final class OidcRoutes implements Routes {

    private static final String PAGE = "/masuk";
    private static final Set<String> OWN_LINKS = Set.of("same-origin", "none");

    private final Optional<OidcDesk> desk;

    OidcRoutes(Optional<OidcDesk> desk) {
        this.desk = desk;
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(OidcSettings.BEGIN, RouteRule.OPEN).handler(ctx -> with(ctx, known -> begin(ctx, known)));
        router.get(OidcSettings.RETURN, RouteRule.OPEN).handler(ctx -> with(ctx, known -> complete(ctx, known)));
    }

    private void with(RoutingContext ctx, Consumer<OidcDesk> action) {
        desk.ifPresentOrElse(action, () -> lead(ctx, PAGE));
    }

    private static void begin(RoutingContext ctx, OidcDesk desk) {
        String to = LocalPath.of(ctx.request().getParam("to"));
        @Nullable String site = ctx.request().getHeader("Sec-Fetch-Site");
        if (site != null && !OWN_LINKS.contains(site)) {
            // Another site's link must not set off a sign-in that nobody here asked for.
            lead(ctx, page(to, Map.of()));
            return;
        }
        desk.begin(to, SessionCookies.client(ctx)).onFailure(ctx::fail).onSuccess(beginning -> {
            switch (beginning) {
                case OidcDesk.Beginning.AtProvider there -> {
                    SessionCookies.giveAttempt(ctx, there.cookie());
                    lead(ctx, there.address().toString());
                }
                case OidcDesk.Beginning.Failed failed -> decided(ctx, to, failed.result());
            }
        });
    }

    private static void complete(RoutingContext ctx, OidcDesk desk) {
        Optional<Secret> cookie = SessionCookies.attempt(ctx);
        SessionCookies.takeAttempt(ctx);
        desk.complete(Callback.of(query(ctx)), cookie, SessionCookies.client(ctx))
                .onFailure(ctx::fail)
                .onSuccess(ending -> decided(ctx, ending.to(), ending.result()));
    }

    private static Map<String, List<String>> query(RoutingContext ctx) {
        return ctx.queryParams().names().stream()
                .distinct()
                .collect(
                        Collectors.toMap(name -> name, name -> ctx.queryParams().getAll(name)));
    }

    private static void decided(RoutingContext ctx, String to, ExternalSignIn result) {
        switch (result) {
            case ExternalSignIn.Unproven unproven ->
                failed(ctx, to, unproven.fault().advice().name().toLowerCase(Locale.ROOT));
            case ExternalSignIn.Decided decided -> decided(ctx, to, decided.signIn());
        }
    }

    private static void decided(RoutingContext ctx, String to, SignIn signIn) {
        switch (signIn) {
            case SignIn.SignedIn in -> {
                SessionCookies.give(ctx, in.session(), in.deviceCookie());
                lead(ctx, LocalPath.of(to));
            }
            case SignIn.SecondFactorNeeded needed -> {
                SessionCookies.givePending(ctx, needed.pending());
                lead(ctx, page(to, Map.of("step", "code")));
            }
            // Whose word was taken may know that there is no account for him.
            case SignIn.Refused refused -> failed(ctx, to, "unknown");
            case SignIn.Delayed delayed -> failed(ctx, to, "later");
            case SignIn.Busy busy -> failed(ctx, to, "later");
        }
    }

    private static void failed(RoutingContext ctx, String to, String problem) {
        lead(ctx, page(to, Map.of("problem", problem)));
    }

    private static String page(String to, Map<String, String> more) {
        StringBuilder page = new StringBuilder(PAGE + "?to=" + URLEncoder.encode(to, UTF_8));
        more.forEach((name, value) -> page.append('&').append(name).append('=').append(value));
        return page.toString();
    }

    private static void lead(RoutingContext ctx, String where) {
        ctx.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, where)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }
}
