package id.ronda.dashboards.page;

import id.ronda.dashboards.people.UnitNode;
import id.ronda.identity.Caller;
import id.ronda.identity.Right;
import id.ronda.identity.Unit;
import java.util.List;

/**
 * The whole tree.
 *
 * @param mayAdd whether the reader makes units at all
 */
record UnitTreePage(List<UnitNode> forest, int count, boolean mayAdd) {

    static UnitTreePage of(List<Unit> all, Caller reader) {
        return new UnitTreePage(UnitNode.forest(all), all.size(), reader.can(Right.UNIT_WRITE));
    }
}
