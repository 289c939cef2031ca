package id.ronda.identity;

import id.ronda.kernel.Page;
import id.ronda.kernel.list.ListField;
import id.ronda.kernel.list.ListGrammar;
import id.ronda.kernel.list.ListQuery;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The tree of offices. */
public interface Units {

    /** By what a list of units is filtered and sorted; {@code name} is any of a unit's names, as {@link #named} takes it. */
    ListGrammar LIST = ListGrammar.of(
            ListField.text("name"),
            ListField.text("kind"),
            ListField.id("parent").orNone());

    /** One page of the units that the caller sees, in the words of {@link #LIST}. */
    Future<Page<Unit>> list(Caller by, ListQuery query);

    /** Up to {@code limit} of the units that the caller sees, with an id above {@code after}, in the order of their ids. */
    Future<Page<Unit>> list(Caller by, long after, int limit);

    /** A unit that the caller sees. */
    Future<Optional<Unit>> find(Caller by, UnitId id);

    /** All units that the caller sees, each before those below it, those beside each other by name. One query. */
    Future<List<Unit>> tree(Caller by);

    /** The units that are called so, by name or alias, whatever the case and the usual abbreviations. */
    Future<List<Unit>> named(String name);

    /** A unit with all below it, from the top down; empty if there is none. One query. */
    Future<List<Unit>> subtree(UnitId top);

    Future<Change<Unit>> create(Caller by, UnitDraft draft);

    /** Edits or moves a unit with all below it. */
    Future<Change<Unit>> edit(Caller by, UnitId id, long revision, UnitDraft draft);

    /** Deletes a unit that has nothing below it and nobody in it. */
    Future<Change<UnitId>> delete(Caller by, UnitId id);

    /**
     * Takes in a CSV text, all of it in one transaction. Its columns are {@code name} and, as wanted, {@code id}, {@code kind},
     * {@code parent} (an id, a name or an alias, also of a row above) and {@code aliases} (semicolons between them). A row is the
     * unit of its id; else the one of its name, or alias, below its parent; else a new one.
     */
    Future<UnitImport> importCsv(Caller by, String text);
}
