package id.ronda.kernel.list;

import java.util.ArrayList;
import java.util.List;

/**
 * A field of a list's items by which one may filter and sort.
 *
 * @param name as in the items
 * @param optional whether an item may be without it
 */
public record ListField(String name, Kind kind, boolean optional) {

    /** What its values are. */
    public enum Kind {
        /** Words of people; compared and sorted without regard to case. */
        TEXT,
        /** One of a few codes. */
        CODE,
        /** The number of this or of another thing. */
        ID,
        TIME,
        FLAG,
        /** Several codes at once, of which one must be equal; nothing is sorted by them. */
        LABELS,
        /** All that is written of an item, in which the words must occur, in any case; nothing is sorted by it. */
        WORDS;

        List<Comparison> comparisons() {
            return switch (this) {
                case TEXT -> List.of(Comparison.IS, Comparison.CONTAINS);
                case TIME -> List.of(Comparison.FROM, Comparison.BEFORE);
                case CODE, ID, FLAG, LABELS, WORDS -> List.of(Comparison.IS);
            };
        }
    }

    /** A text that every item has. */
    public static ListField text(String name) {
        return new ListField(name, Kind.TEXT, false);
    }

    /** A code that every item has. */
    public static ListField code(String name) {
        return new ListField(name, Kind.CODE, false);
    }

    /** A number that every item has. */
    public static ListField id(String name) {
        return new ListField(name, Kind.ID, false);
    }

    /** A time that every item has. */
    public static ListField time(String name) {
        return new ListField(name, Kind.TIME, false);
    }

    /** True or false. */
    public static ListField flag(String name) {
        return new ListField(name, Kind.FLAG, false);
    }

    /** Several codes. */
    public static ListField labels(String name) {
        return new ListField(name, Kind.LABELS, false);
    }

    /** All that is written of an item. */
    public static ListField words(String name) {
        return new ListField(name, Kind.WORDS, false);
    }

    /** The same of which an item may have none. */
    public ListField orNone() {
        return new ListField(name, kind, true);
    }

    /** How it may be compared. */
    List<Comparison> comparisons() {
        List<Comparison> all = new ArrayList<>(kind.comparisons());
        if (optional) {
            all.add(Comparison.EMPTY);
        }
        return all;
    }

    boolean isSortable() {
        return kind != Kind.LABELS && kind != Kind.WORDS;
    }
}
