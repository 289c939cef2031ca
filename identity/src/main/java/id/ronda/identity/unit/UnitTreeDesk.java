package id.ronda.identity.unit;

import id.ronda.identity.Change;
import id.ronda.identity.FieldReason;
import id.ronda.identity.Reason;
import id.ronda.identity.Unit;
import id.ronda.identity.UnitDraft;
import id.ronda.identity.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rules of the tree: what a unit must be, and who moves what whereto. Within a transaction that has locked the tree. */
final class UnitTreeDesk {

    private static final int LONGEST_NAME = 200;

    private final UnitStore units;

    UnitTreeDesk(UnitStore units) {
        this.units = units;
    }

    Change<Unit> create(Handle handle, UnitReach reach, UnitDraft draft) {
        List<FieldReason> faults = faults(handle, null, draft);
        if (!faults.isEmpty()) {
            return new Change.Refused<>(faults);
        }
        return reach.covers(draft.parent())
                ? done(handle, units.insert(handle, draft))
                : Change.refused("/parent", Reason.BEYOND_OWN_RIGHTS);
    }

    Change<Unit> edit(Handle handle, UnitReach reach, Unit known, UnitDraft draft) {
        List<FieldReason> faults = faults(handle, known.id(), draft);
        if (!faults.isEmpty()) {
            return new Change.Refused<>(faults);
        }
        UnitId parent = draft.parent();
        if (parent != null && units.isAtOrAbove(handle, known.id(), parent)) {
            return Change.refused("/parent", Reason.CYCLE);
        }
        if (!reach.covers(known.id())) {
            return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
        }
        if (!reachesMove(reach, known.draft().parent(), parent)) {
            return Change.refused("/parent", Reason.BEYOND_OWN_RIGHTS);
        }
        units.update(handle, known.id(), draft);
        return done(handle, known.id());
    }

    /** Whoever moves a unit takes it from the one and gives it to the other. */
    private static boolean reachesMove(UnitReach reach, @Nullable UnitId from, @Nullable UnitId to) {
        return Objects.equals(from, to) || (reach.covers(from) && reach.covers(to));
    }

    private List<FieldReason> faults(Handle handle, @Nullable UnitId self, UnitDraft draft) {
        List<FieldReason> faults = new ArrayList<>();
        nameFault("/name", UnitKey.of(draft.name()), draft.name(), faults);
        nameFault("/kind", draft.kind().strip(), draft.kind(), faults);
        for (int i = 0; i < draft.aliases().size(); i++) {
            String alias = draft.aliases().get(i);
            nameFault("/aliases/" + i, UnitKey.of(alias), alias, faults);
        }
        UnitId parent = draft.parent();
        if (parent != null && units.find(handle, parent).isEmpty()) {
            faults.add(new FieldReason("/parent", Reason.UNKNOWN_UNIT));
        } else if (units.nameTaken(handle, draft, self)) {
            faults.add(new FieldReason("/name", Reason.NAME_TAKEN));
        }
        return faults;
    }

    private static void nameFault(String field, String bare, String text, List<FieldReason> faults) {
        if (bare.isEmpty()) {
            faults.add(new FieldReason(field, Reason.REQUIRED));
        } else if (text.length() > LONGEST_NAME) {
            faults.add(new FieldReason(field, Reason.TOO_LONG));
        }
    }

    private Change<Unit> done(Handle handle, UnitId id) {
        return new Change.Done<>(units.find(handle, id).orElseThrow());
    }
}
