package id.ronda.identity;

import id.ronda.kernel.http.Permission;
import id.ronda.kernel.http.RequestOrigin;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Who asks, as the server's guard knows him: the same caller in the kernel's words. */
public record Requester(Caller caller) implements id.ronda.kernel.http.Caller {

    @Override
    public boolean isKnown() {
        return !(caller instanceof Caller.Anonymous);
    }

    @Override
    public boolean may(Permission permission) {
        return permission instanceof Right right && caller.can(right);
    }

    @Override
    public String name() {
        return caller instanceof Caller.Person person ? person.displayName() : caller.name();
    }

    @Override
    public String credential() {
        return switch (caller) {
            case Caller.Person person -> shown(person.by());
            case Caller.Service service -> shown(service.by());
            case Caller.Anonymous nobody -> "";
        };
    }

    @Override
    public @Nullable String mustVisit() {
        return caller instanceof Caller.Person person && person.mustChangePassword() ? "/akun" : null;
    }

    /** The one who makes this request, and where from. */
    public static Caller of(RoutingContext ctx) {
        return located(id.ronda.kernel.http.Caller.of(ctx), ctx);
    }

    /** The one who made this request, with what he may by now: for an answer that goes on. */
    public static Future<Caller> again(RoutingContext ctx) {
        return id.ronda.kernel.http.Caller.again(ctx).map(who -> located(who, ctx));
    }

    private static Caller located(id.ronda.kernel.http.Caller who, RoutingContext ctx) {
        return switch (caller(who)) {
            case Caller.Person person -> person.from(origin(ctx, person.by()));
            case Caller.Service service -> service.from(origin(ctx, service.by()));
            case Caller.Anonymous nobody -> nobody;
        };
    }

    /** He whom the server's guard knows, in identity's words. */
    public static Caller caller(id.ronda.kernel.http.Caller who) {
        return who instanceof Requester known ? known.caller() : Caller.nobody();
    }

    /** The one who makes this request, as the audit trail remembers him. */
    public static Actor actor(RoutingContext ctx) {
        return of(ctx) instanceof Caller.Anonymous
                ? Actor.anonymous(new Actor.Origin(address(ctx), null, agent(ctx)))
                : of(ctx).actor();
    }

    private static Actor.Origin origin(RoutingContext ctx, Credential by) {
        return new Actor.Origin(address(ctx), shown(by), agent(ctx));
    }

    private static String shown(Credential by) {
        return switch (by) {
            case Credential.OfSession session -> "session " + session.id();
            case Credential.OfToken token -> "token " + token.id();
            case Credential.OfServer server -> "token-file";
        };
    }

    private static String address(RoutingContext ctx) {
        return RequestOrigin.of(ctx).address();
    }

    private static @Nullable String agent(RoutingContext ctx) {
        return ctx.request().getHeader(HttpHeaders.USER_AGENT);
    }
}
