package id.ronda.identity.unit;

import id.ronda.identity.UnitId;
import org.jspecify.annotations.Nullable;

/** Which units somebody edits. */
@FunctionalInterface
interface UnitReach {

    /** Whether he edits that one; null: the top, above all units. */
    boolean covers(@Nullable UnitId unit);
}
