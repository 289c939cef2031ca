package id.ronda.identity.unit;

import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditEvent;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.FieldReason;
import id.ronda.identity.Reason;
import id.ronda.identity.Right;
import id.ronda.identity.Scope;
import id.ronda.identity.Unit;
import id.ronda.identity.UnitDraft;
import id.ronda.identity.UnitFollower;
import id.ronda.identity.UnitId;
import id.ronda.identity.UnitImport;
import id.ronda.identity.Units;
import id.ronda.identity.store.Acting;
import id.ronda.identity.store.CallerCache;
import id.ronda.kernel.Page;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.Work;
import id.ronda.kernel.list.Comparison;
import id.ronda.kernel.list.ListGrammar;
import id.ronda.kernel.list.ListQuery;
import id.ronda.kernel.list.ListQuery.Condition;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Where the tree of offices is edited. Scopes follow the tree, so an edit of it is an edit of rights. */
public final class UnitDesk implements Units {

    private static final String BEFORE = "before_the_edit";
    private static final String WITH_ITS_THINGS = "with_its_things";
    private static final Change<Unit> BEYOND_NAME = Change.refused("/name", Reason.BEYOND_OWN_RIGHTS);
    private static final UnitImport BEYOND_ROWS =
            new UnitImport.Refused(List.of(new FieldReason("", Reason.BEYOND_OWN_RIGHTS)));

    /** The id of no unit. */
    private static final long NOBODY = 0;

    private final Database database;
    private final Acting acting;
    private final CallerCache callers;
    private final List<UnitFollower> followers;
    private final UnitStore units = new UnitStore();
    private final UnitTreeDesk edits = new UnitTreeDesk(units);
    private final UnitImportDesk importer = new UnitImportDesk(units, edits);

    /** A desk over the database; after an edit the cache forgets and the followers follow. */
    public UnitDesk(Database database, Acting acting, CallerCache callers, List<UnitFollower> followers) {
        this.database = database;
        this.acting = acting;
        this.callers = callers;
        this.followers = List.copyOf(followers);
    }

    @Override
    public Future<Page<Unit>> list(Caller by, ListQuery query) {
        return database.call(Lane.EDITS, handle -> units.list(handle, seen(by), named(handle, query)));
    }

    /** The same question, with the ids of those who are called so where a name is asked for. */
    private ListQuery named(Handle handle, ListQuery query) {
        return new ListQuery(
                query.conditions().stream()
                        .map(each -> isName(each) ? named(handle, each) : each)
                        .toList(),
                query.sort(),
                query.after(),
                query.limit());
    }

    private static boolean isName(Condition condition) {
        return condition.field().equals("name") && condition.comparison() == Comparison.IS;
    }

    private Condition named(Handle handle, Condition names) {
        List<Object> ids = names.values().stream()
                .map(name -> UnitKey.of(String.valueOf(name)))
                .filter(key -> !key.isEmpty())
                .flatMap(key -> units.named(handle, key).stream())
                .<Object>map(unit -> unit.id().value())
                .toList();
        return new Condition(ListGrammar.ID, Comparison.IS, ids.isEmpty() ? List.of(NOBODY) : ids);
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
        return editing(by, handle -> edits.create(handle, reach(by), draft), UnitDesk::changed, BEYOND_NAME);
    }

    private static UnitReach reach(Caller by) {
        return unit -> by.can(Right.UNIT_WRITE, unit);
    }

    /**
     * Two edits at the same time could make a cycle, or two units of one name, that neither of them sees. What follows the tree
     * follows in the same transaction; where it would take things that are not the caller's, all is undone.
     *
     * @param changed which units the work has made, edited or deleted
     * @param undone the answer then
     */
    private <T> Future<T> editing(Caller by, Work<T> work, Function<T, Set<UnitId>> changed, T undone) {
        return acting.call(by, handle -> {
            units.lockTree(handle);
            handle.savepoint(BEFORE);
            T result = work.in(handle);
            Set<UnitId> touched = changed.apply(result);
            if (!touched.isEmpty() && takesBeyond(handle, by, touched)) {
                handle.rollbackToSavepoint(BEFORE);
                return undone;
            }
            handle.releaseSavepoint(BEFORE);
            callers.forgetAfter(handle);
            return result;
        });
    }

    /** What he has just made is his too; his rights were read before it was there. */
    private boolean takesBeyond(Handle handle, Caller by, Set<UnitId> touched) throws Exception {
        Scope own = by.scope(Right.UNIT_WRITE).and(new Scope.Units(touched));
        boolean beyond = false;
        for (UnitFollower follower : followers) {
            beyond |= follower.follow().in(handle).stream().anyMatch(move -> move.takesBeyond(own));
        }
        return beyond;
    }

    private static Set<UnitId> changed(Change<Unit> change) {
        return change instanceof Change.Done<Unit> done ? Set.of(done.result().id()) : Set.of();
    }

    @Override
    public Future<Change<Unit>> edit(Caller by, UnitId id, long revision, UnitDraft draft) {
        return editing(
                by,
                handle -> {
                    Optional<Unit> known = units.find(handle, id);
                    if (known.isEmpty()) {
                        return new Change.Unknown<>();
                    }
                    if (known.get().revision() != revision) {
                        return new Change.Stale<>(known.get().revision());
                    }
                    return edits.edit(handle, reach(by), known.get(), draft);
                },
                UnitDesk::changed,
                BEYOND_NAME);
    }

    @Override
    public Future<UnitImport> importCsv(Caller by, String text) {
        return switch (UnitCsv.parse(text)) {
            case UnitCsv.Judged.Refused refused -> Future.succeededFuture(new UnitImport.Refused(refused.reasons()));
            case UnitCsv.Judged.Accepted accepted ->
                editing(by, handle -> carryOut(handle, by, accepted.rows()), UnitDesk::imported, BEYOND_ROWS);
        };
    }

    private UnitImport carryOut(Handle handle, Caller by, List<UnitCsv.Row> rows) {
        List<UnitImport.Row> fates = importer.carryOut(handle, reach(by), rows);
        acting.note(handle, imported(fates));
        return new UnitImport.Done(fates);
    }

    private static Set<UnitId> imported(UnitImport result) {
        return result instanceof UnitImport.Done done
                ? done.rows().stream()
                        .filter(row -> row.fate() == UnitImport.Fate.CREATED || row.fate() == UnitImport.Fate.UPDATED)
                        .map(row -> Objects.requireNonNull(row.unit()))
                        .collect(Collectors.toSet())
                : Set.of();
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
        Change<UnitId> beyond = Change.refused("/name", Reason.BEYOND_OWN_RIGHTS);
        return editing(by, handle -> delete(handle, by, id), UnitDesk::deleted, beyond);
    }

    private static Set<UnitId> deleted(Change<UnitId> change) {
        return change instanceof Change.Done<UnitId> done ? Set.of(done.result()) : Set.of();
    }

    private Change<UnitId> delete(Handle handle, Caller by, UnitId id) throws Exception {
        if (units.find(handle, id).isEmpty()) {
            return new Change.Unknown<>();
        }
        if (!by.can(Right.UNIT_WRITE, id)) {
            return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
        }
        if (units.inUse(handle, id)) {
            return Change.refused("", Reason.IN_USE);
        }
        handle.savepoint(WITH_ITS_THINGS);
        units.delete(handle, id);
        if (isLeftBy(handle, id)) {
            handle.rollbackToSavepoint(WITH_ITS_THINGS);
            return Change.refused("", Reason.IN_USE);
        }
        return new Change.Done<>(id);
    }

    /** Whether something that another module keeps belonged to it: who may see that must not change by the way. */
    private boolean isLeftBy(Handle handle, UnitId gone) throws Exception {
        boolean left = false;
        for (UnitFollower follower : followers) {
            left |= follower.follow().in(handle).stream().anyMatch(move -> gone.equals(move.from()));
        }
        return left;
    }
}
