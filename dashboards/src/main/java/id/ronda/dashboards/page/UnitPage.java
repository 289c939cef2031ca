package id.ronda.dashboards.page;

import id.ronda.dashboards.people.UnitChoice;
import id.ronda.dashboards.people.UnitNode;
import id.ronda.identity.Caller;
import id.ronda.identity.Right;
import id.ronda.identity.Unit;
import id.ronda.identity.UnitDraft;
import id.ronda.identity.UnitId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One unit, or a new one.
 *
 * @param unit null for a new one
 * @param draft what stands in its form
 * @param above from the top down
 * @param below how many stand below it
 * @param kinds that other units have
 * @param mayEdit whether the reader edits it
 * @param mayStandAtTop whether he puts it above all
 */
record UnitPage(
        @Nullable Unit unit,
        UnitDraft draft,
        List<Unit> above,
        long below,
        List<UnitChoice> parents,
        List<String> kinds,
        boolean mayEdit,
        boolean mayStandAtTop) {

    static UnitPage fresh(List<Unit> all, @Nullable UnitId parent, Caller reader) {
        return of(all, null, new UnitDraft("", "", parent, List.of()), reader);
    }

    static UnitPage of(List<Unit> all, Unit unit, Caller reader) {
        return of(all, unit, unit.draft(), reader);
    }

    private static UnitPage of(List<Unit> all, @Nullable Unit unit, UnitDraft draft, Caller reader) {
        @Nullable UnitId id = unit == null ? null : unit.id();
        return new UnitPage(
                unit,
                draft,
                above(all, draft.parent()),
                all.stream()
                        .filter(each -> id != null && id.equals(each.draft().parent()))
                        .count(),
                UnitChoice.parents(
                        UnitNode.forest(all), id, draft.parent(), each -> reader.can(Right.UNIT_WRITE, each)),
                all.stream()
                        .map(each -> each.draft().kind())
                        .distinct()
                        .sorted()
                        .toList(),
                unit == null || reader.can(Right.UNIT_WRITE, unit.id()),
                draft.parent() == null || reader.can(Right.UNIT_WRITE, null));
    }

    /** Everything above it that the reader sees. */
    private static List<Unit> above(List<Unit> all, @Nullable UnitId parent) {
        ArrayDeque<Unit> path = new ArrayDeque<>();
        Optional<Unit> next = find(all, parent);
        while (next.isPresent()) {
            path.addFirst(next.get());
            next = find(all, next.get().draft().parent());
        }
        return List.copyOf(path);
    }

    private static Optional<Unit> find(List<Unit> all, @Nullable UnitId id) {
        return all.stream().filter(unit -> unit.id().equals(id)).findFirst();
    }
}
