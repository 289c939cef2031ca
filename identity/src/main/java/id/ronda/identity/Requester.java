package id.ronda.identity;

import id.ronda.kernel.http.Permission;
import id.ronda.kernel.http.RequestOrigin;
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

    /** The one who makes this request. */
    public static Caller of(RoutingContext ctx) {
        return id.ronda.kernel.http.Caller.of(ctx) instanceof Requester known ? known.caller() : Caller.nobody();
    }

    /** The one who makes this request, as the audit trail remembers him. */
    public static Actor actor(RoutingContext ctx) {
        Caller caller = of(ctx);
        return switch (caller) {
            case Caller.Person person ->
                Actor.person(person.account().toString(), person.name(), origin(ctx, person.by()));
            case Caller.Service service -> {
                String id = service.owner() == null
                        ? service.name()
                        : service.owner().toString();
                yield Actor.service(id, service.name(), origin(ctx, service.by()));
            }
            case Caller.Anonymous nobody -> Actor.anonymous(new Actor.Origin(address(ctx), null, agent(ctx)));
        };
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
