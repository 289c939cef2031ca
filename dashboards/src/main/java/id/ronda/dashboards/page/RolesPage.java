package id.ronda.dashboards.page;

import id.ronda.identity.Role;
import id.ronda.identity.RoleId;
import java.util.List;
import java.util.Map;

/**
 * All roles.
 *
 * @param holders how many have which
 * @param mayWrite whether the reader makes roles
 */
record RolesPage(List<Role> roles, Map<RoleId, Integer> holders, boolean mayWrite) {

    int holders(Role role) {
        return holders.getOrDefault(role.id(), 0);
    }
}
