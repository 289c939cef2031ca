package id.ronda.simulator;

import java.util.List;

/** Sorted object identifiers, packed into one array: what devices of one kind have in common and share. */
final class OidIndex {
    private final byte[] octets;
    private final int[] ends;

    private OidIndex(byte[] octets, int[] ends) {
        this.octets = octets;
        this.ends = ends;
    }

    /** Packs identifiers that are in ascending order without duplicates. */
    static OidIndex ofSorted(List<Oid> sorted) {
        byte[] octets = new byte[sorted.stream().mapToInt(Oid::size).sum()];
        int[] ends = new int[sorted.size()];
        int at = 0;
        for (int i = 0; i < ends.length; i++) {
            if (i > 0 && sorted.get(i - 1).compareTo(sorted.get(i)) >= 0) {
                throw new IllegalArgumentException(sorted.get(i) + " is not behind " + sorted.get(i - 1));
            }
            at = sorted.get(i).copyTo(octets, at);
            ends[i] = at;
        }
        return new OidIndex(octets, ends);
    }

    int size() {
        return ends.length;
    }

    Oid oid(int index) {
        return Oid.ofEncoded(octets, start(index), ends[index]);
    }

    int copyTo(int index, byte[] target, int at) {
        int from = start(index);
        System.arraycopy(octets, from, target, at, ends[index] - from);
        return ends[index] - from;
    }

    /** Like a binary search of {@link java.util.Arrays}: the index, or -(insertion point) - 1. */
    int search(byte[] wanted, int from, int to) {
        int low = 0;
        int high = ends.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = OidOrder.compare(octets, start(middle), ends[middle], wanted, from, to);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }
}
