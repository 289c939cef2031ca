package id.ronda.collector;

import id.ronda.identity.Caller;
import id.ronda.identity.Classification;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.Scope;
import id.ronda.identity.UnitId;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which devices somebody reaches under one right. Every question for devices or for what they have takes one, so that nothing can be
 * asked without saying for whom; two who reach the same are equal, so that they can share an answer.
 *
 * @param scopes of which units, by the classification that the device has
 */
public record Reach(Map<Classification, Scope> scopes) {

    /** Every device: for Ronda itself, and for whoever is at the server. */
    public static final Reach EVERYTHING = by(label -> new Scope.Everything());

    /** No device. */
    public static final Reach NOTHING = by(label -> Scope.nothing());

    /** A classification that is absent is not reached at all. */
    public Reach {
        Map<Classification, Scope> all = new EnumMap<>(Classification.class);
        for (Classification label : Classification.values()) {
            all.put(label, scopes.getOrDefault(label, Scope.nothing()));
        }
        scopes = Map.copyOf(all);
    }

    /** What the roles of that caller give together under that right. */
    public static Reach of(Caller caller, Right right) {
        return by(label -> caller.grants().scope(right, label));
    }

    /** What somebody reaches whom the server's guard has let in. */
    public static Reach of(id.ronda.kernel.http.Caller who, Right right) {
        return of(Requester.caller(who), right);
    }

    /** What the one who makes this request reaches under that right. */
    public static Reach of(RoutingContext ctx, Right right) {
        return of(Requester.of(ctx), right);
    }

    private static Reach by(Function<Classification, Scope> scope) {
        Map<Classification, Scope> scopes = new EnumMap<>(Classification.class);
        for (Classification label : Classification.values()) {
            scopes.put(label, scope.apply(label));
        }
        return new Reach(scopes);
    }

    /** Of which units a device of that classification is reached. */
    public Scope scope(Classification label) {
        return scopes.getOrDefault(label, Scope.nothing());
    }

    /**
     * Whether a device is reached.
     *
     * @param unit null: it belongs to none, or to one that nobody can tell
     */
    public boolean covers(@Nullable UnitId unit, Classification label) {
        return scope(label).covers(unit);
    }

    /** Whether every device is reached. */
    public boolean isEverything() {
        return equals(EVERYTHING);
    }

    /** Whether devices of all units are reached, be it only open ones. */
    public boolean isOfEveryUnit() {
        return scope(Classification.PUBLIK) instanceof Scope.Everything;
    }

    /** The highest classification of which any device is reached; the lowest where there is none. */
    public Classification clearance() {
        Classification highest = Classification.PUBLIK;
        for (Classification label : Classification.values()) {
            highest = scope(label).equals(Scope.nothing()) ? highest : label;
        }
        return highest;
    }
}
