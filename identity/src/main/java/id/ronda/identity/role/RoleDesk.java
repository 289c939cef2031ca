package id.ronda.identity.role;

import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.Grant;
import id.ronda.identity.GrantId;
import id.ronda.identity.Grants;
import id.ronda.identity.Reason;
import id.ronda.identity.Right;
import id.ronda.identity.Role;
import id.ronda.identity.RoleDraft;
import id.ronda.identity.RoleGrant;
import id.ronda.identity.RoleHolder;
import id.ronda.identity.RoleId;
import id.ronda.identity.Roles;
import id.ronda.identity.Scope;
import id.ronda.identity.UnitId;
import id.ronda.identity.store.Acting;
import id.ronda.identity.store.CallerCache;
import id.ronda.kernel.Page;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where roles are made and given. */
public final class RoleDesk implements Roles {

    private static final int LONGEST_NAME = 100;

    private final Database database;
    private final Acting acting;
    private final CallerCache callers;
    private final AdministratorDesk administrators;
    private final RoleStore roles = new RoleStore();
    private final RoleHolderRows holders = new RoleHolderRows();

    /** A desk over the database; what it changes is forgotten by the cache. */
    public RoleDesk(Database database, Acting acting, CallerCache callers, AdministratorDesk administrators) {
        this.database = database;
        this.acting = acting;
        this.callers = callers;
        this.administrators = administrators;
    }

    /** Brings the presets in the database to what this version says. Blocks; at the start. */
    public void bringPresets() {
        database.run(Lane.EDITS, handle -> {
            for (Preset preset : Preset.values()) {
                bring(handle, preset);
            }
            callers.forgetAfter(handle);
            return true;
        });
    }

    private void bring(Handle handle, Preset preset) {
        Optional<Role> known = roles.find(handle, preset);
        if (known.isPresent() && !known.get().draft().equals(preset.draft())) {
            roles.update(handle, known.get().id(), preset.draft());
        }
        if (known.isEmpty() && roles.insert(handle, preset, preset.draft()).isEmpty()) {
            throw new IllegalStateException("a role of one's own is called "
                    + preset.draft().name().id() + ", as a preset of this version: rename it");
        }
    }

    /** Gives a preset for everything, without asking who gives it: at the first start and on the server's console. */
    public void give(Handle handle, AccountId account, Preset preset) {
        roles.give(handle, account, roles.find(handle, preset).orElseThrow().id(), null);
        callers.forgetAfter(handle);
    }

    @Override
    public Future<List<Role>> list() {
        return database.call(Lane.EDITS, roles::all);
    }

    @Override
    public Future<Optional<Role>> find(RoleId id) {
        return database.call(Lane.EDITS, handle -> roles.find(handle, id));
    }

    @Override
    public Future<List<RoleGrant>> of(AccountId account) {
        return database.call(Lane.EDITS, handle -> roles.grants(handle, account));
    }

    @Override
    public Future<Page<RoleHolder>> holders(Caller by, RoleId role, long after, int limit) {
        return database.call(
                Lane.EDITS,
                handle -> Page.of(
                        holders.list(handle, by.scope(Right.USER_READ), role, after, limit + 1),
                        limit,
                        holder -> holder.grant().id().toString()));
    }

    @Override
    public Future<Map<RoleId, Integer>> holderCounts(Caller by) {
        return database.call(Lane.EDITS, handle -> holders.counts(handle, by.scope(Right.USER_READ)));
    }

    @Override
    public Future<Change<Role>> create(Caller by, RoleDraft draft) {
        return acting.call(by, handle -> {
            Optional<Reason> fault = fault(by, draft);
            if (fault.isPresent()) {
                return Change.refused(field(fault.get()), fault.get());
            }
            return roles.insert(handle, null, draft)
                    .<Change<Role>>map(id -> done(handle, id))
                    .orElseGet(() -> Change.refused("/name", Reason.NAME_TAKEN));
        });
    }

    @Override
    public Future<Change<Role>> edit(Caller by, RoleId id, long revision, RoleDraft draft) {
        return acting.call(
                by,
                handle -> administrators.keeping(handle, () -> {
                    Optional<Role> known = roles.find(handle, id);
                    if (known.isEmpty()) {
                        return new Change.Unknown<>();
                    }
                    if (known.get().revision() != revision) {
                        return new Change.Stale<>(known.get().revision());
                    }
                    return edit(handle, by, known.get(), draft);
                }));
    }

    private Change<Role> edit(Handle handle, Caller by, Role known, RoleDraft draft) {
        if (known.preset() != null) {
            return Change.refused("", Reason.PRESET);
        }
        Optional<Reason> fault = fault(by, draft).or(() -> fault(by, known.draft()));
        if (fault.isPresent()) {
            return Change.refused(field(fault.get()), fault.get());
        }
        if (roles.nameTaken(handle, draft, known.id())) {
            return Change.refused("/name", Reason.NAME_TAKEN);
        }
        roles.update(handle, known.id(), draft);
        callers.forgetAfter(handle);
        return done(handle, known.id());
    }

    @Override
    public Future<Change<RoleId>> delete(Caller by, RoleId id) {
        return acting.call(by, handle -> {
            Optional<Role> known = roles.find(handle, id);
            if (known.isEmpty()) {
                return new Change.Unknown<>();
            }
            if (known.get().preset() != null) {
                return Change.refused("", Reason.PRESET);
            }
            if (roles.inUse(handle, id)) {
                return Change.refused("", Reason.IN_USE);
            }
            if (!by.grants().include(everywhere(known.get().draft()))) {
                return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
            }
            roles.delete(handle, id);
            return new Change.Done<>(id);
        });
    }

    @Override
    public Future<Change<RoleGrant>> give(Caller by, AccountId account, RoleId role, @Nullable UnitId unit) {
        return acting.call(by, handle -> {
            if (!isAccount(handle, account)) {
                return new Change.Unknown<>();
            }
            Optional<Role> known = roles.find(handle, role);
            if (known.isEmpty()) {
                return Change.refused("/role", Reason.UNKNOWN_ROLE);
            }
            Optional<Scope> scope = scope(handle, unit);
            if (scope.isEmpty()) {
                return Change.refused("/unit", Reason.UNKNOWN_UNIT);
            }
            if (!by.grants().include(grants(known.get().draft(), scope.get()))) {
                return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
            }
            callers.forgetAfter(handle);
            return new Change.Done<>(roles.give(handle, account, role, unit));
        });
    }

    @Override
    public Future<Change<GrantId>> take(Caller by, AccountId account, GrantId id) {
        return acting.call(
                by,
                handle -> administrators.keeping(handle, () -> {
                    Optional<RoleGrant> grant = roles.grants(handle, account).stream()
                            .filter(each -> each.id().equals(id))
                            .findFirst();
                    if (grant.isEmpty()) {
                        return new Change.Unknown<>();
                    }
                    RoleDraft draft =
                            roles.find(handle, grant.get().role()).orElseThrow().draft();
                    Scope scope = scope(handle, grant.get().unit()).orElseThrow();
                    if (!by.grants().include(grants(draft, scope))) {
                        return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
                    }
                    roles.take(handle, id);
                    callers.forgetAfter(handle);
                    return new Change.Done<>(id);
                }));
    }

    private static boolean isAccount(Handle handle, AccountId account) {
        return handle.createQuery("select exists (select from identity.account where id = :id)")
                .bind("id", account.value())
                .mapTo(Boolean.class)
                .one();
    }

    private Optional<Scope> scope(Handle handle, @Nullable UnitId unit) {
        if (unit == null) {
            return Optional.of(new Scope.Everything());
        }
        List<Long> ids = roles.below(handle, unit);
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new Scope.Units(ids.stream().map(UnitId::new).collect(Collectors.toSet())));
    }

    private Change<Role> done(Handle handle, RoleId id) {
        return new Change.Done<>(roles.find(handle, id).orElseThrow());
    }

    /** A role is edited for all who have it, wherever: that takes its rights on everything. */
    private static Optional<Reason> fault(Caller by, RoleDraft draft) {
        if (draft.name().id().isBlank() || draft.name().en().isBlank()) {
            return Optional.of(Reason.REQUIRED);
        }
        if (draft.name().id().length() > LONGEST_NAME || draft.name().en().length() > LONGEST_NAME) {
            return Optional.of(Reason.TOO_LONG);
        }
        return by.grants().include(everywhere(draft)) ? Optional.empty() : Optional.of(Reason.BEYOND_OWN_RIGHTS);
    }

    private static String field(Reason reason) {
        return reason == Reason.BEYOND_OWN_RIGHTS ? "/rights" : "/name";
    }

    private static Grants everywhere(RoleDraft draft) {
        return grants(draft, new Scope.Everything());
    }

    private static Grants grants(RoleDraft draft, Scope scope) {
        return new Grants(List.of(new Grant(draft.rights(), scope, draft.clearance())));
    }
}
