package id.ronda.identity;

import org.jspecify.annotations.Nullable;

/**
 * Things went from a unit to another because a name now means another.
 *
 * @param from null: they belonged to none
 * @param to null: they belong to none
 */
public record UnitMove(@Nullable UnitId from, @Nullable UnitId to) {

    /**
     * Whether it takes what is not his: a unit that is given another's name must not come into what that one has, nor take it away
     * from it by making the name mean nothing.
     *
     * @param own in which units he may do so
     */
    public boolean takesBeyond(Scope own) {
        return !own.covers(from) && (from != null || own.covers(to));
    }
}
