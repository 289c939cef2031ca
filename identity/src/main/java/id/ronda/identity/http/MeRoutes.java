package id.ronda.identity.http;

import id.ronda.identity.Account;
import id.ronda.identity.Accounts;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.Session;
import id.ronda.identity.SessionId;
import id.ronda.identity.Sessions;
import id.ronda.kernel.Secret;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code /me}: who the caller is and what he may, his password, his sessions. */
final class MeRoutes implements Routes {

    private static final String ME = "/api/v1/me";

    private final Accounts accounts;
    private final Sessions sessions;

    MeRoutes(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** A caller as he sees himself. */
    record MeBody(String name, String displayName, String language, boolean mustChangePassword, List<String> rights) {

        static MeBody of(Caller caller) {
            var rights = Arrays.stream(Right.values())
                    .filter(caller::can)
                    .map(Right::code)
                    .toList();
            return caller instanceof Caller.Person person
                    ? new MeBody(
                            person.name(),
                            person.displayName(),
                            person.language().tag(),
                            person.mustChangePassword(),
                            rights)
                    : new MeBody(caller.name(), caller.name(), "id", false, rights);
        }
    }

    /** One of his sessions; never its id in the cookie, only its number. */
    record SessionBody(String id, Instant createdAt, Instant lastSeenAt, String address, String userAgent) {

        static SessionBody of(Session session) {
            return new SessionBody(
                    session.id().toString(),
                    session.createdAt(),
                    session.lastSeenAt(),
                    session.address(),
                    session.userAgent());
        }
    }

    private record Passwords(Secret old, Secret fresh) {}

    @Override
    public void mount(GuardedRouter router) {
        router.get(ME, RouteRule.SIGNED_IN).handler(ctx -> Answers.json(ctx, 200, MeBody.of(Requester.of(ctx))));
        router.put(ME + "/password", RouteRule.SIGNED_IN).handler(this::changePassword);
        router.get(ME + "/sessions", RouteRule.SIGNED_IN).handler(this::listSessions);
        router.delete(ME + "/sessions/:id", RouteRule.SIGNED_IN).handler(this::endSession);
    }

    /** Does something for a person; a token has no password and no sessions. */
    static void asPerson(RoutingContext ctx, Consumer<Caller.Person> action) {
        if (Requester.of(ctx) instanceof Caller.Person person) {
            action.accept(person);
        } else {
            Problems.send(ctx, Problem.of(403, "forbidden", "This is not allowed.", "Only a person has that."));
        }
    }

    private void changePassword(RoutingContext ctx) {
        asPerson(ctx, person -> {
            switch (JsonFields.read(ctx, fields -> {
                String old = fields.text("old");
                String fresh = fields.text("new");
                return () -> new Passwords(new Secret(old), new Secret(fresh));
            })) {
                case JsonBody.Refused<Passwords> refused -> Problems.send(ctx, refused.problem());
                case JsonBody.Read<Passwords> read ->
                    accounts.changePassword(
                                    person, read.value().old(), read.value().fresh())
                            .onFailure(ctx::fail)
                            .onSuccess(change -> changed(ctx, change));
            }
        });
    }

    private static void changed(RoutingContext ctx, Change<Account> change) {
        Changes.answer(ctx, change, account -> Answers.done(ctx));
    }

    private void listSessions(RoutingContext ctx) {
        asPerson(
                ctx,
                person -> sessions.of(person.account())
                        .onFailure(ctx::fail)
                        .onSuccess(all -> Answers.json(
                                ctx,
                                200,
                                Map.of(
                                        "items",
                                        all.stream().map(SessionBody::of).toList()))));
    }

    private void endSession(RoutingContext ctx) {
        asPerson(
                ctx,
                person -> PathId.with(
                        ctx,
                        "session",
                        id -> sessions.revoke(person, new SessionId(id))
                                .onFailure(ctx::fail)
                                .onSuccess(ended -> {
                                    if (ended) {
                                        Answers.done(ctx);
                                    } else {
                                        Problems.send(ctx, Problem.notFound("There is no session " + id + "."));
                                    }
                                })));
    }
}
