package id.ronda.identity.http;

import id.ronda.identity.SignIn;
import id.ronda.identity.SignIns;
import id.ronda.identity.oidc.OidcDesk;
import id.ronda.kernel.Secret;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /session}: in by name and password, then by a code where the account asks for one; out again. An answer never tells which of
 * name, password and code was wrong.
 */
final class SessionRoutes implements Routes {

    private static final Future<Optional<URI>> NOWHERE = Future.succeededFuture(Optional.empty());

    private final SignIns signIns;
    private final Optional<OidcDesk> oidc;

    SessionRoutes(SignIns signIns, Optional<OidcDesk> oidc) {
        this.signIns = signIns;
        this.oidc = oidc;
    }

    /** The first step. */
    private record Password(String name, Secret password) {}

    /** The second. */
    private record Code(Secret pending, String code) {}

    @Override
    public void mount(GuardedRouter router) {
        router.post(SessionCookies.SIGN_IN, RouteRule.OPEN).handler(this::signIn);
        router.post(SessionCookies.SIGN_IN + "/code", RouteRule.OPEN).handler(this::secondFactor);
        router.delete(SessionCookies.SIGN_IN, RouteRule.OPEN).handler(this::signOut);
    }

    private void signIn(RoutingContext ctx) {
        read(
                ctx,
                fields -> {
                    String name = fields.text("name");
                    String password = fields.text("password");
                    return () -> new Password(name, new Secret(password));
                },
                form -> signIns.signIn(form.name(), form.password(), SessionCookies.client(ctx)));
    }

    private void secondFactor(RoutingContext ctx) {
        read(
                ctx,
                fields -> {
                    String pending = fields.optionalText("pending");
                    String code = fields.text("code");
                    return () -> new Code(pending == null ? kept(ctx) : new Secret(pending), code);
                },
                form -> signIns.secondFactor(form.pending(), form.code(), SessionCookies.client(ctx)));
    }

    /** The first step that a provider took; nothing opens with the empty word. */
    private static Secret kept(RoutingContext ctx) {
        return SessionCookies.pending(ctx).orElseGet(() -> new Secret(""));
    }

    private interface Step<T> {
        Future<SignIn> with(T form);
    }

    private <T> void read(
            RoutingContext ctx, java.util.function.Function<JsonFields, JsonFields.Builder<T>> reader, Step<T> step) {
        switch (JsonFields.read(ctx, reader)) {
            case JsonBody.Refused<T> refused -> Problems.send(ctx, refused.problem());
            case JsonBody.Read<T> read ->
                step.with(read.value()).onFailure(ctx::fail).onSuccess(outcome -> answer(ctx, outcome));
        }
    }

    private static void answer(RoutingContext ctx, SignIn outcome) {
        switch (outcome) {
            case SignIn.SignedIn in -> {
                SessionCookies.give(ctx, in.session(), in.deviceCookie());
                Answers.json(ctx, 200, Map.of("signedIn", true, "mustChangePassword", in.mustChangePassword()));
            }
            case SignIn.SecondFactorNeeded needed ->
                Answers.json(
                        ctx,
                        200,
                        Map.of("signedIn", false, "pending", needed.pending().reveal()));
            case SignIn.Refused refused ->
                Problems.send(ctx, Problem.of(401, "sign-in-refused", "Name, password or code is wrong.", null));
            case SignIn.Delayed delayed -> later(ctx, delayed.retryAfter());
            case SignIn.Busy busy -> later(ctx, Duration.ofSeconds(1));
        }
    }

    private static void later(RoutingContext ctx, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        ctx.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        Problems.send(
                ctx, Problem.of(429, "sign-in-delayed", "Too many attempts.", "Try again in " + seconds + " seconds."));
    }

    private void signOut(RoutingContext ctx) {
        var session = SessionCookies.session(ctx);
        Future<Optional<URI>> further = session.isPresent() ? signOut(ctx, session.get()) : NOWHERE;
        further.onFailure(ctx::fail).onSuccess(provider -> {
            SessionCookies.takeSession(ctx);
            if (provider.isPresent()) {
                Answers.json(ctx, 200, Map.of("continueAt", provider.get().toString()));
            } else {
                ctx.response().setStatusCode(204).end();
            }
        });
    }

    /** The session ends whatever the provider says; only then it is asked where the person ends the one there. */
    private Future<Optional<URI>> signOut(RoutingContext ctx, Secret session) {
        Future<Optional<Secret>> receipt =
                oidc.map(desk -> desk.receipt(session)).orElseGet(() -> Future.succeededFuture(Optional.empty()));
        return receipt.compose(given -> signIns.signOut(session, SessionCookies.client(ctx))
                .compose(ended -> given.isPresent() ? oidc.orElseThrow().farewell(given.get()) : NOWHERE));
    }
}
