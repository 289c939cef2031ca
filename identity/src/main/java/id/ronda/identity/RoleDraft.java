package id.ronda.identity;

import java.util.Set;

/** What makes a role. */
public record RoleDraft(Label name, Set<Right> rights, Classification clearance) {
    public RoleDraft {
        rights = Set.copyOf(rights);
    }
}
