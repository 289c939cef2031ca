package id.ronda.dashboards.page;

import id.ronda.identity.Account;
import id.ronda.identity.Belonging;
import id.ronda.identity.Role;
import id.ronda.identity.RoleGrant;
import id.ronda.identity.Session;
import id.ronda.identity.Unit;
import id.ronda.identity.UnitId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account with all that belongs to it.
 *
 * @param people who could be given something: active accounts but this one
 * @param edits whether the reader may edit accounts
 * @param gives whether the reader may give roles
 * @param history what was done to the account, null for who may not read it
 */
record UserPage(
        PageFrame frame,
        UserRow row,
        List<Unit> units,
        List<Role> roles,
        List<RoleGrant> grants,
        List<Session> sessions,
        List<Belonging> belongings,
        List<Account> people,
        boolean edits,
        boolean gives,
        @Nullable HistoryView history) {

    Account account() {
        return row.account();
    }

    /** What a role is called; its number if it is gone. */
    String role(RoleGrant grant) {
        return roles.stream()
                .filter(role -> role.id().equals(grant.role()))
                .findFirst()
                .map(this::name)
                .orElse("#" + grant.role());
    }

    /** What a role is called in the reader's language. */
    String name(Role role) {
        var name = role.draft().name();
        return frame.text().language() == id.ronda.dashboards.text.Language.ENGLISH ? name.en() : name.id();
    }

    /** Where a role counts. */
    String scope(RoleGrant grant) {
        UnitId unit = grant.unit();
        return unit == null ? frame.text().say("user.role.everywhere") : unitName(unit);
    }

    private String unitName(UnitId id) {
        return units.stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .map(unit -> unit.draft().name())
                .orElse("#" + id);
    }

    /** What needs a decision when the person goes. */
    List<Belonging> decisions() {
        return belongings.stream()
                .filter(each -> each.fate() != Belonging.Fate.ENDS_BY_ITSELF)
                .toList();
    }

    /** What it is, in words. */
    String kind(Belonging belonging) {
        return frame.text().find("user.belonging." + belonging.kind()).orElse(belonging.kind());
    }

    /** The office's offset from UTC now, for days in forms: Indonesian clocks are never changed. */
    String offset() {
        return frame.text()
                .now()
                .atZone(frame.text().zone())
                .getOffset()
                .getId()
                .replace("Z", "+00:00");
    }
}
