package id.ronda.identity;

/**
 * An office (OPD) or a part of one.
 *
 * @param revision counts edits; it is the ETag
 */
public record Unit(UnitId id, UnitDraft draft, long revision) {}
