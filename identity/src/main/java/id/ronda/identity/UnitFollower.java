package id.ronda.identity;

import id.ronda.kernel.database.Work;
import java.util.Set;

/**
 * Where another module says of its things by a name to which unit they belong. Scopes are cut by units, so what it keeps must never be
 * older than they are: each change of the tree calls it in its own transaction.
 */
@FunctionalInterface
public interface UnitFollower {

    /**
     * Brings everything it keeps to what the names mean now; see {@link UnitNamesView}.
     *
     * @return from which unit to which its things went; empty if none did
     */
    Work<Set<UnitMove>> follow();
}
