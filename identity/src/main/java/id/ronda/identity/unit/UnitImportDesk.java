package id.ronda.identity.unit;

import id.ronda.identity.Change;
import id.ronda.identity.FieldReason;
import id.ronda.identity.Reason;
import id.ronda.identity.Unit;
import id.ronda.identity.UnitDraft;
import id.ronda.identity.UnitId;
import id.ronda.identity.UnitImport;
import id.ronda.identity.UnitImport.Fate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Carries the rows of a CSV text out, one after the other, so that a row may stand below one above it in the text. */
final class UnitImportDesk {

    private static final String NUMBER = "[0-9]{1,18}";

    private final UnitStore units;
    private final UnitTreeDesk edits;

    UnitImportDesk(UnitStore units, UnitTreeDesk edits) {
        this.units = units;
        this.edits = edits;
    }

    /** What a cell points to: a unit, the top, or nothing that is known. */
    private sealed interface Place {
        record At(@Nullable UnitId unit) implements Place {}

        record Wrong(Reason reason) implements Place {}
    }

    List<UnitImport.Row> carryOut(Handle handle, UnitReach reach, List<UnitCsv.Row> rows) {
        Set<UnitId> made = new HashSet<>();
        // What he has just made is his to build upon; his rights were read before it was there.
        UnitReach wider = unit -> reach.covers(unit) || (unit != null && made.contains(unit));
        List<UnitImport.Row> fates = new ArrayList<>();
        for (UnitCsv.Row row : rows) {
            UnitImport.Row fate = carryOut(handle, wider, row);
            fates.add(fate);
            UnitId unit = fate.unit();
            if (unit != null && fate.fate() == Fate.CREATED) {
                made.add(unit);
            }
        }
        return fates;
    }

    private UnitImport.Row carryOut(Handle handle, UnitReach reach, UnitCsv.Row row) {
        if (row.cells().isEmpty()) {
            return refused(row, new FieldReason("", Reason.CELLS));
        }
        return switch (parent(handle, row)) {
            case Place.Wrong wrong -> refused(row, new FieldReason("/parent", wrong.reason()));
            case Place.At place -> below(handle, reach, row, place);
        };
    }

    private Place parent(Handle handle, UnitCsv.Row row) {
        String said = row.cell(UnitCsv.PARENT).orElse("");
        if (said.isEmpty()) {
            return new Place.At(null);
        }
        if (said.matches(NUMBER)) {
            // Whether there is such a unit is one of the rules of every edit.
            return new Place.At(new UnitId(Long.parseLong(said)));
        }
        List<Unit> named = units.named(handle, UnitKey.of(said));
        return switch (named.size()) {
            case 0 -> new Place.Wrong(Reason.UNKNOWN_UNIT);
            case 1 -> new Place.At(named.getFirst().id());
            default -> new Place.Wrong(Reason.AMBIGUOUS);
        };
    }

    private UnitImport.Row below(Handle handle, UnitReach reach, UnitCsv.Row row, Place.At parent) {
        String id = row.cell(UnitCsv.ID).orElse("");
        if (!id.isEmpty()) {
            Optional<Unit> known =
                    id.matches(NUMBER) ? units.find(handle, new UnitId(Long.parseLong(id))) : Optional.empty();
            return known.isEmpty()
                    ? refused(row, new FieldReason("/id", Reason.UNKNOWN_UNIT))
                    : edit(handle, reach, row, known.get(), parent);
        }
        List<Unit> same = same(handle, row, parent);
        return switch (same.size()) {
            case 0 -> create(handle, reach, row, parent);
            case 1 -> edit(handle, reach, row, same.getFirst(), parent);
            default -> refused(row, new FieldReason("/name", Reason.AMBIGUOUS));
        };
    }

    /** Those that the row may mean. Every kecamatan has a "Seksi Pemerintahan": only the one below the row's parent is meant. */
    private List<Unit> same(Handle handle, UnitCsv.Row row, Place.At parent) {
        boolean placed = row.cell(UnitCsv.PARENT).isPresent();
        return units.named(handle, UnitKey.of(row.cell(UnitCsv.NAME).orElse(""))).stream()
                .filter(unit -> !placed || Objects.equals(unit.draft().parent(), parent.unit()))
                .toList();
    }

    private UnitImport.Row create(Handle handle, UnitReach reach, UnitCsv.Row row, Place.At parent) {
        UnitDraft draft = new UnitDraft(
                row.cell(UnitCsv.NAME).orElse(""),
                row.cell(UnitCsv.KIND).orElse(""),
                parent.unit(),
                row.list(UnitCsv.ALIASES).orElse(List.of()));
        return fate(row, Fate.CREATED, edits.create(handle, reach, draft));
    }

    /** A column that is not there leaves the unit's field alone; a name that is one of its aliases is no new name. */
    private UnitImport.Row edit(Handle handle, UnitReach reach, UnitCsv.Row row, Unit known, Place.At parent) {
        UnitDraft before = known.draft();
        boolean byAlias = row.cell(UnitCsv.ID).orElse("").isEmpty()
                && !UnitKey.of(row.cell(UnitCsv.NAME).orElse("")).equals(UnitKey.of(before.name()));
        UnitDraft draft = new UnitDraft(
                byAlias ? before.name() : row.cell(UnitCsv.NAME).orElse(""),
                row.cell(UnitCsv.KIND).orElse(before.kind()),
                row.cell(UnitCsv.PARENT).isPresent() ? parent.unit() : before.parent(),
                row.list(UnitCsv.ALIASES).orElse(before.aliases()));
        if (isSame(draft, before)) {
            return new UnitImport.Row(row.row(), Fate.UNCHANGED, known.id(), List.of());
        }
        return fate(row, Fate.UPDATED, edits.edit(handle, reach, known, draft));
    }

    /** Aliases are a set. */
    private static boolean isSame(UnitDraft one, UnitDraft other) {
        return one.name().equals(other.name())
                && one.kind().equals(other.kind())
                && Objects.equals(one.parent(), other.parent())
                && Set.copyOf(one.aliases()).equals(Set.copyOf(other.aliases()));
    }

    private static UnitImport.Row fate(UnitCsv.Row row, Fate fate, Change<Unit> change) {
        return switch (change) {
            case Change.Done<Unit> done ->
                new UnitImport.Row(row.row(), fate, done.result().id(), List.of());
            case Change.Refused<Unit> refused -> new UnitImport.Row(row.row(), Fate.REFUSED, null, refused.reasons());
            case Change.Unknown<Unit> unknown -> refused(row, new FieldReason("/id", Reason.UNKNOWN_UNIT));
            case Change.Stale<Unit> stale -> throw new IllegalStateException("the tree is locked: " + stale);
            case Change.Busy<Unit> busy -> throw new IllegalStateException("an edit within a transaction never waits");
        };
    }

    private static UnitImport.Row refused(UnitCsv.Row row, FieldReason reason) {
        return new UnitImport.Row(row.row(), Fate.REFUSED, null, List.of(reason));
    }
}
