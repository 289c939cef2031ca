package id.ronda.dashboards.page;

import id.ronda.dashboards.people.RightChoices;
import id.ronda.identity.Caller;
import id.ronda.identity.Classification;
import id.ronda.identity.Label;
import id.ronda.identity.Right;
import id.ronda.identity.Role;
import id.ronda.identity.RoleDraft;
import id.ronda.identity.RoleHolder;
import id.ronda.kernel.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One role, or a new one.
 *
 * @param role null for a new one
 * @param draft what stands in its form
 * @param mayEdit whether it can be edited, and by the reader
 * @param mayWrite whether the reader makes roles, and gives and takes them
 */
record RolePage(
        @Nullable Role role,
        RoleDraft draft,
        RightChoices rights,
        Page<RoleHolder> holders,
        boolean mayEdit,
        boolean mayWrite) {

    /** A new one; a copy leaves out what the reader has not himself. */
    static RolePage fresh(Optional<Role> copied, Caller reader) {
        Set<Right> own = RightChoices.of(Set.of(), reader).offered();
        RoleDraft draft = copied.map(role -> role.draft())
                .map(from -> new RoleDraft(
                        new Label("", ""),
                        from.rights().stream().filter(own::contains).collect(Collectors.toSet()),
                        from.clearance()))
                .orElseGet(() -> new RoleDraft(new Label("", ""), Set.of(), Classification.TERBATAS));
        return new RolePage(
                null, draft, RightChoices.of(draft.rights(), reader), new Page<>(List.of(), null), true, true);
    }

    static RolePage of(Role role, Page<RoleHolder> holders, Caller reader) {
        boolean mayWrite = reader.can(Right.ROLE_WRITE);
        return new RolePage(
                role,
                role.draft(),
                RightChoices.of(role.draft().rights(), reader),
                holders,
                mayWrite && role.preset() == null,
                mayWrite);
    }
}
