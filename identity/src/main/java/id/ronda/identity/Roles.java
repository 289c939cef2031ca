package id.ronda.identity;

import id.ronda.kernel.Page;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Roles and who has them. Nobody makes, changes or gives a role that may more than he may himself. */
public interface Roles {

    /** All roles, presets first, in the order of their ids. */
    Future<List<Role>> list();

    Future<Optional<Role>> find(RoleId id);

    Future<Change<Role>> create(Caller by, RoleDraft draft);

    /** Presets are refused. */
    Future<Change<Role>> edit(Caller by, RoleId id, long revision, RoleDraft draft);

    /** Presets and roles that somebody has are refused. */
    Future<Change<RoleId>> delete(Caller by, RoleId id);

    /** The roles that an account has. */
    Future<List<RoleGrant>> of(AccountId account);

    /**
     * Up to {@code limit} of those who have the role and whose accounts the caller sees, with a grant's id above
     * {@code after}, in the order of the grants' ids.
     */
    Future<Page<RoleHolder>> holders(Caller by, RoleId role, long after, int limit);

    /** How many of the accounts that the caller sees have which role; a role that none of them has is not in it. */
    Future<Map<RoleId, Integer>> holderCounts(Caller by);

    /** Gives a role; the same again changes nothing. */
    Future<Change<RoleGrant>> give(Caller by, AccountId account, RoleId role, @Nullable UnitId unit);

    /** Takes a role away. The last administrator keeps his. */
    Future<Change<GrantId>> take(Caller by, AccountId account, GrantId grant);
}
