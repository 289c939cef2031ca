package id.ronda.simulator;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        Builder builder = new Builder();
        sorted.forEach(builder::add);
        return builder.build();
    }

    /** Packs identifiers as they come, so that a million of them never exist as objects at once. */
    static final class Builder {
        private byte[] octets = new byte[1024];
        private int[] ends = new int[64];
        private int size;
        private @Nullable Oid last;

        void add(Oid oid) {
            if (last != null && last.compareTo(oid) >= 0) {
                throw new IllegalArgumentException(oid + " is not behind " + last);
            }
            int at = size == 0 ? 0 : ends[size - 1];
            if (octets.length - at < oid.size()) {
                octets = Arrays.copyOf(octets, octets.length * 2 + oid.size());
            }
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, size * 2);
            }
            ends[size++] = oid.copyTo(octets, at);
            last = oid;
        }

        OidIndex build() {
            return new OidIndex(Arrays.copyOf(octets, size == 0 ? 0 : ends[size - 1]), Arrays.copyOf(ends, size));
        }
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
