package id.ronda.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/** Everything a device serves: object identifiers in order, each with its value. Immutable; a value may change with time. */
public final class ObjectTree {
    /** What {@link #find} and {@link #next} answer when there is none. */
    public static final int NONE = -1;

    private final OidIndex names;
    private final IntFunction<ServedValue> values;

    ObjectTree(OidIndex names, IntFunction<ServedValue> values) {
        this.names = names;
        this.values = values;
    }

    /** A tree of these objects. */
    public static ObjectTree of(SequencedMap<Oid, ServedValue> objects) {
        TreeMap<Oid, ServedValue> sorted = new TreeMap<>(objects);
        List<ServedValue> values = List.copyOf(sorted.values());
        return new ObjectTree(OidIndex.ofSorted(new ArrayList<>(sorted.keySet())), values::get);
    }

    /** Begins an empty tree. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many objects there are. */
    public int size() {
        return names.size();
    }

    /** The name of the object at this place in the order. */
    public Oid oid(int index) {
        return names.oid(index);
    }

    /** The value of the object at this place in the order. */
    public ServedValue value(int index) {
        return values.apply(index);
    }

    /** The place of this very object, or {@link #NONE}. */
    public int find(byte[] octets, int from, int to) {
        return Math.max(NONE, names.search(octets, from, to));
    }

    /** The place of the first object behind this name, which need not exist, or {@link #NONE}. */
    public int next(byte[] octets, int from, int to) {
        int found = names.search(octets, from, to);
        int next = found >= 0 ? found + 1 : -found - 1;
        return next < names.size() ? next : NONE;
    }

    /** As {@link #find(byte[], int, int)}. */
    public int find(Oid oid) {
        byte[] octets = oid.encoded();
        return find(octets, 0, octets.length);
    }

    /** As {@link #next(byte[], int, int)}. */
    public int next(Oid oid) {
        byte[] octets = oid.encoded();
        return next(octets, 0, octets.length);
    }

    /** Copies the encoded name to {@code target} and returns its length. */
    public int copyName(int index, byte[] target, int at) {
        return names.copyTo(index, target, at);
    }

    /** The same objects, each served with the value that stands at another place. */
    public ObjectTree withValuesAt(int[] places) {
        int[] copy = places.clone();
        return new ObjectTree(names, index -> values.apply(copy[index]));
    }

    /** Collects objects in any order; the last of two with one name wins. */
    public static final class Builder {
        private final TreeMap<Oid, ServedValue> objects = new TreeMap<>();

        private Builder() {}

        /** Adds any value. */
        public Builder put(Oid oid, ServedValue value) {
            objects.put(oid, value);
            return this;
        }

        /** Adds text that stays. */
        public Builder text(String oid, String text) {
            return put(Oid.of(oid), ServedValue.text(text));
        }

        /** Adds an INTEGER that stays. */
        public Builder integer(String oid, long value) {
            return put(Oid.of(oid), ServedValue.number(Syntax.INTEGER, value));
        }

        /** Adds an object identifier that stays. */
        public Builder name(String oid, String value) {
            return put(Oid.of(oid), ServedValue.oid(Oid.of(value)));
        }

        /** Adds a number that changes. */
        public Builder changing(String oid, Syntax syntax, ToLongFunction<Moment> at) {
            return put(Oid.of(oid), ServedValue.changing(syntax, at));
        }

        /** The tree. */
        public ObjectTree build() {
            return of(objects);
        }
    }
}
