package id.ronda.simulator.agent;

import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Oid;
import java.util.HashMap;
import java.util.Map;

/** Gives every row of IF-MIB the ifIndex of its neighbour, in all columns alike; ifIndex itself stays, as it must. */
final class InterfaceShuffle {
    private static final Oid IF_INDEX = Oid.of("1.3.6.1.2.1.2.2.1.1");
    private static final Oid IF_DESCR = Oid.of("1.3.6.1.2.1.2.2.1.2");
    private static final Oid IF_ENTRY = Oid.of("1.3.6.1.2.1.2.2.1");
    private static final Oid IF_X_ENTRY = Oid.of("1.3.6.1.2.1.31.1.1.1");

    private InterfaceShuffle() {}

    static ObjectTree of(ObjectTree tree) {
        Map<String, String> neighbour = neighbours(tree);
        int[] places = new int[tree.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(tree, i, neighbour);
        }
        return tree.withValuesAt(places);
    }

    private static Map<String, String> neighbours(ObjectTree tree) {
        Map<String, String> neighbour = new HashMap<>();
        String first = null;
        String previous = null;
        for (int i = Math.max(0, tree.next(IF_DESCR));
                i < tree.size() && tree.oid(i).startsWith(IF_DESCR);
                i++) {
            String row = row(tree.oid(i));
            if (previous != null) {
                neighbour.put(previous, row);
            }
            first = first == null ? row : first;
            previous = row;
        }
        if (first != null && previous != null) {
            neighbour.put(previous, first);
        }
        return neighbour;
    }

    private static int place(ObjectTree tree, int index, Map<String, String> neighbour) {
        Oid oid = tree.oid(index);
        String other = neighbour.get(row(oid));
        boolean moves = !oid.startsWith(IF_INDEX) && (oid.startsWith(IF_ENTRY) || oid.startsWith(IF_X_ENTRY));
        if (!moves || other == null) {
            return index;
        }
        String dotted = oid.toString();
        int found = tree.find(Oid.of(dotted.substring(0, dotted.lastIndexOf('.') + 1) + other));
        return found == ObjectTree.NONE ? index : found;
    }

    private static String row(Oid oid) {
        String dotted = oid.toString();
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }
}
