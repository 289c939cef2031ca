package id.ronda.identity;

import id.ronda.kernel.Page;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The tree of offices. */
public interface Units {

    /** Up to {@code limit} units with an id above {@code after}, in the order of their ids. */
    Future<Page<Unit>> list(long after, int limit);

    Future<Optional<Unit>> find(UnitId id);

    /** The units that are called so, by name or alias, whatever the case and the usual abbreviations. */
    Future<List<Unit>> named(String name);

    /** A unit with all below it, from the top down; empty if there is none. One query. */
    Future<List<Unit>> subtree(UnitId top);

    Future<Change<Unit>> create(Caller by, UnitDraft draft);

    /** Edits or moves a unit with all below it. */
    Future<Change<Unit>> edit(Caller by, UnitId id, long revision, UnitDraft draft);

    /** Deletes a unit that has nothing below it and nobody in it. */
    Future<Change<UnitId>> delete(Caller by, UnitId id);
}
