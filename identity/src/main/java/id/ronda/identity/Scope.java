package id.ronda.identity;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Of which units somebody sees what is theirs. */
public sealed interface Scope {

    /** Nothing at all. */
    static Scope nothing() {
        return new Units(Set.of());
    }

    /** What belongs to any unit, and what belongs to none. */
    record Everything() implements Scope {}

    /** What belongs to these units; those below them are among them. */
    record Units(Set<UnitId> units) implements Scope {
        public Units {
            units = Set.copyOf(units);
        }
    }

    /** Whether a thing of that unit is in it; null: of no unit. */
    default boolean covers(@Nullable UnitId unit) {
        return switch (this) {
            case Everything ignored -> true;
            case Units some -> unit != null && some.units().contains(unit);
        };
    }

    /** Whether all of the other is in this one. */
    default boolean covers(Scope other) {
        return switch (this) {
            case Everything ignored -> true;
            case Units mine -> other instanceof Units its && mine.units().containsAll(its.units());
        };
    }

    /** Both together. */
    default Scope and(Scope other) {
        if (!(this instanceof Units mine) || !(other instanceof Units its)) {
            return new Everything();
        }
        Set<UnitId> both = new HashSet<>(mine.units());
        both.addAll(its.units());
        return new Units(both);
    }
}
