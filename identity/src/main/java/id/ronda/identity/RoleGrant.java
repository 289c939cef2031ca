package id.ronda.identity;

import org.jspecify.annotations.Nullable;

/**
 * A role that an account has.
 *
 * @param unit for this unit with all below it; null: for everything
 */
public record RoleGrant(
        GrantId id,
        AccountId account,
        RoleId role,
        @Nullable UnitId unit) {}
