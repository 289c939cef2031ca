package id.ronda.identity;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who has a role.
 *
 * @param grant by which he has it
 * @param name his sign-in name
 * @param unitName what the grant's unit is called; null where it is for everything
 */
public record RoleHolder(
        RoleGrant grant,
        String name,
        String displayName,
        @Nullable String unitName) {}
