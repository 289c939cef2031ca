package id.ronda.identity.http;

import id.ronda.identity.Caller;
import id.ronda.identity.Right;
import id.ronda.kernel.http.Permission;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Who asks, as the server's guard knows him: the same caller in the kernel's words. */
record Requester(Caller caller) implements id.ronda.kernel.http.Caller {

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
    public @Nullable String mustVisit() {
        return caller instanceof Caller.Person person && person.mustChangePassword() ? "/akun" : null;
    }

    /** The one who makes this request. */
    static Caller of(RoutingContext ctx) {
        return id.ronda.kernel.http.Caller.of(ctx) instanceof Requester known ? known.caller() : Caller.nobody();
    }
}
