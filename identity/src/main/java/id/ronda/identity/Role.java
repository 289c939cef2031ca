package id.ronda.identity;

import org.jspecify.annotations.Nullable;

/**
 * A role.
 *
 * @param preset the lasting code of one that comes with the product, such as {@code auditor}; null for one's own
 * @param revision counts edits; it is the ETag
 */
public record Role(RoleId id, @Nullable String preset, RoleDraft draft, long revision) {}
