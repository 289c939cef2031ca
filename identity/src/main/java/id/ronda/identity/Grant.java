package id.ronda.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What one role gives one account.
 *
 * @param rights what may be done
 * @param scope to what it may be done
 * @param clearance up to which classification
 */
public record Grant(Set<Right> rights, Scope scope, Classification clearance) {

    /** All rights on everything. */
    public static final Grant ALL =
            new Grant(EnumSet.allOf(Right.class), new Scope.Everything(), Classification.RAHASIA);

    public Grant {
        rights = rights.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(rights));
    }

    /** The same with no more than these rights. */
    Grant within(Set<Right> limit) {
        EnumSet<Right> both = EnumSet.noneOf(Right.class);
        both.addAll(rights);
        both.retainAll(limit);
        return new Grant(both, scope, clearance);
    }

    /** Whether it gives at least all that the other one gives. */
    boolean includes(Grant other) {
        return rights.containsAll(other.rights) && scope.covers(other.scope) && clearance.opens(other.clearance);
    }
}
