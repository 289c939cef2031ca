package id.ronda.identity.unit;

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
import id.ronda.identity.Units;
import id.ronda.identity.store.Acting;
import id.ronda.identity.store.CallerCache;
import id.ronda.kernel.Page;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Where the tree of offices is edited. Scopes follow the tree, so an edit of it is an edit of rights. */
public final class UnitDesk implements Units {

    private static final int LONGEST_NAME = 200;
    private static final String BEFORE = "before_the_change";

    private final Database database;
    private final Acting acting;
    private final CallerCache callers;
    private final List<UnitFollower> followers;
    private final UnitStore units = new UnitStore();

    /** A desk over the database; after an edit the cache forgets and the followers follow. */
    public UnitDesk(Database database, Acting acting, CallerCache callers, List<UnitFollower> followers) {
        this.database = database;
        this.acting = acting;
        this.callers = callers;
        this.followers = List.copyOf(followers);
    }

    @Override
    public Future<Page<Unit>> list(long after, int limit) {
        return database.call(
                Lane.EDITS,
                handle -> Page.of(
                        units.list(handle, after, limit + 1),
                        limit,
                        unit -> unit.id().toString()));
    }

    @Override
    public Future<Optional<Unit>> find(UnitId id) {
        return database.call(Lane.EDITS, handle -> units.find(handle, id));
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
        return acting.call(by, handle -> {
            List<FieldReason> faults = faults(handle, draft);
            if (!faults.isEmpty()) {
                return new Change.Refused<>(faults);
            }
            if (!by.can(Right.UNIT_WRITE, draft.parent())) {
                return Change.refused("/parent", Reason.BEYOND_OWN_RIGHTS);
            }
            return followed(handle, by, () -> units.insert(handle, draft), made -> unit(handle, made));
        });
    }

    @Override
    public Future<Change<Unit>> edit(Caller by, UnitId id, long revision, UnitDraft draft) {
        return acting.call(by, handle -> {
            units.lockTree(handle);
            Optional<Unit> known = units.find(handle, id);
            if (known.isEmpty()) {
                return new Change.Unknown<>();
            }
            if (known.get().revision() != revision) {
                return new Change.Stale<>(known.get().revision());
            }
            return edit(handle, by, known.get(), draft);
        });
    }

    private Change<Unit> edit(Handle handle, Caller by, Unit known, UnitDraft draft) throws Exception {
        List<FieldReason> faults = faults(handle, draft);
        if (!faults.isEmpty()) {
            return new Change.Refused<>(faults);
        }
        UnitId parent = draft.parent();
        if (parent != null && units.isAtOrAbove(handle, known.id(), parent)) {
            return Change.refused("/parent", Reason.CYCLE);
        }
        boolean moves = !Objects.equals(parent, known.draft().parent());
        boolean reaches = by.can(Right.UNIT_WRITE, known.id())
                && (!moves
                        || (by.can(Right.UNIT_WRITE, parent)
                                && by.can(Right.UNIT_WRITE, known.draft().parent())));
        if (!reaches) {
            return Change.refused("/parent", Reason.BEYOND_OWN_RIGHTS);
        }
        return followed(
                handle,
                by,
                () -> {
                    units.update(handle, known.id(), draft);
                    return known.id();
                },
                edited -> unit(handle, edited));
    }

    @Override
    public Future<Change<UnitId>> delete(Caller by, UnitId id) {
        return acting.call(by, handle -> {
            if (units.find(handle, id).isEmpty()) {
                return new Change.Unknown<>();
            }
            if (!by.can(Right.UNIT_WRITE, id)) {
                return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
            }
            if (units.inUse(handle, id)) {
                return Change.refused("", Reason.IN_USE);
            }
            return followed(
                    handle,
                    by,
                    () -> {
                        units.delete(handle, id);
                        return id;
                    },
                    deleted -> deleted);
        });
    }

    /** Does a change of the tree with what follows it, unless it would take things that are not the caller's: then it is undone. */
    private <T> Change<T> followed(Handle handle, Caller by, Supplier<UnitId> change, Function<UnitId, T> result)
            throws Exception {
        handle.savepoint(BEFORE);
        UnitId changed = change.get();
        Scope own = by.scope(Right.UNIT_WRITE).and(new Scope.Units(Set.of(changed)));
        for (UnitFollower follower : followers) {
            if (follower.follow().in(handle).stream().anyMatch(move -> move.takesBeyond(own))) {
                handle.rollbackToSavepoint(BEFORE);
                return Change.refused("/name", Reason.BEYOND_OWN_RIGHTS);
            }
        }
        handle.releaseSavepoint(BEFORE);
        callers.forgetAfter(handle);
        return new Change.Done<>(result.apply(changed));
    }

    private List<FieldReason> faults(Handle handle, UnitDraft draft) {
        List<FieldReason> faults = new ArrayList<>();
        if (UnitKey.of(draft.name()).isEmpty()) {
            faults.add(new FieldReason("/name", Reason.REQUIRED));
        }
        if (draft.kind().isBlank()) {
            faults.add(new FieldReason("/kind", Reason.REQUIRED));
        }
        if (draft.aliases().stream().anyMatch(alias -> UnitKey.of(alias).isEmpty())) {
            faults.add(new FieldReason("/aliases", Reason.REQUIRED));
        }
        if (Stream.concat(Stream.of(draft.name(), draft.kind()), draft.aliases().stream())
                .anyMatch(text -> text.length() > LONGEST_NAME)) {
            faults.add(new FieldReason("/name", Reason.TOO_LONG));
        }
        UnitId parent = draft.parent();
        if (parent != null && units.find(handle, parent).isEmpty()) {
            faults.add(new FieldReason("/parent", Reason.UNKNOWN_UNIT));
        }
        return faults;
    }

    private Unit unit(Handle handle, UnitId id) {
        return units.find(handle, id).orElseThrow();
    }
}
