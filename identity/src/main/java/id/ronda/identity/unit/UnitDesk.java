package id.ronda.identity.unit;

import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditEvent;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.Reason;
import id.ronda.identity.Right;
import id.ronda.identity.Scope;
import id.ronda.identity.Unit;
import id.ronda.identity.UnitDraft;
import id.ronda.identity.UnitId;
import id.ronda.identity.UnitImport;
import id.ronda.identity.Units;
import id.ronda.identity.store.Acting;
import id.ronda.identity.store.CallerCache;
import id.ronda.kernel.Page;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.Work;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Where the tree of offices is edited. Scopes follow the tree, so an edit of it is an edit of rights. */
public final class UnitDesk implements Units {

    private final Database database;
    private final Acting acting;
    private final CallerCache callers;
    private final UnitStore units = new UnitStore();
    private final UnitTreeDesk edits = new UnitTreeDesk(units);
    private final UnitImportDesk importer = new UnitImportDesk(units, edits);

    /** A desk over the database; after an edit the cache forgets. */
    public UnitDesk(Database database, Acting acting, CallerCache callers) {
        this.database = database;
        this.acting = acting;
        this.callers = callers;
    }

    @Override
    public Future<Page<Unit>> list(Caller by, long after, int limit) {
        return database.call(
                Lane.EDITS,
                handle -> Page.of(
                        units.list(handle, seen(by), after, limit + 1),
                        limit,
                        unit -> unit.id().toString()));
    }

    private static Scope seen(Caller by) {
        return by.scope(Right.UNIT_READ);
    }

    @Override
    public Future<Optional<Unit>> find(Caller by, UnitId id) {
        return seen(by).covers(id)
                ? database.call(Lane.EDITS, handle -> units.find(handle, id))
                : Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<List<Unit>> tree(Caller by) {
        return database.call(Lane.EDITS, handle -> units.tree(handle, seen(by)));
    }

    @Override
    public Future<List<Unit>> named(String name) {
        String key = UnitKey.of(name);
        return key.isEmpty()
                ? Future.succeededFuture(List.of())
                : database.call(Lane.EDITS, handle -> units.named(handle, key));
    }

    @Override
    public Future<List<Unit>> subtree(UnitId top) {
        return database.call(Lane.EDITS, handle -> units.subtree(handle, top));
    }

    @Override
    public Future<Change<Unit>> create(Caller by, UnitDraft draft) {
        return editing(by, handle -> edits.create(handle, reach(by), draft));
    }

    private static UnitReach reach(Caller by) {
        return unit -> by.can(Right.UNIT_WRITE, unit);
    }

    /** Two edits at the same time could make a cycle, or two units of one name, that neither of them sees. */
    private <T> Future<T> editing(Caller by, Work<T> work) {
        return acting.call(by, handle -> {
            units.lockTree(handle);
            callers.forgetAfter(handle);
            return work.in(handle);
        });
    }

    @Override
    public Future<Change<Unit>> edit(Caller by, UnitId id, long revision, UnitDraft draft) {
        return editing(by, handle -> {
            Optional<Unit> known = units.find(handle, id);
            if (known.isEmpty()) {
                return new Change.Unknown<>();
            }
            if (known.get().revision() != revision) {
                return new Change.Stale<>(known.get().revision());
            }
            return edits.edit(handle, reach(by), known.get(), draft);
        });
    }

    @Override
    public Future<UnitImport> importCsv(Caller by, String text) {
        return switch (UnitCsv.parse(text)) {
            case UnitCsv.Judged.Refused refused -> Future.succeededFuture(new UnitImport.Refused(refused.reasons()));
            case UnitCsv.Judged.Accepted accepted ->
                editing(by, handle -> {
                    List<UnitImport.Row> rows = importer.carryOut(handle, reach(by), accepted.rows());
                    acting.note(handle, imported(rows));
                    return new UnitImport.Done(rows);
                });
        };
    }

    private static AuditEvent imported(List<UnitImport.Row> rows) {
        AuditEvent event = AuditEvent.of(AuditAction.IMPORTED, "unit", null, null);
        for (UnitImport.Fate fate : UnitImport.Fate.values()) {
            event = event.with(
                    fate.code(), rows.stream().filter(row -> row.fate() == fate).count());
        }
        return event;
    }

    @Override
    public Future<Change<UnitId>> delete(Caller by, UnitId id) {
        return editing(by, handle -> {
            if (units.find(handle, id).isEmpty()) {
                return new Change.Unknown<>();
            }
            if (!by.can(Right.UNIT_WRITE, id)) {
                return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
            }
            if (units.inUse(handle, id)) {
                return Change.refused("", Reason.IN_USE);
            }
            units.delete(handle, id);
            return new Change.Done<>(id);
        });
    }
}
