package id.ronda.simulator;

import java.util.Arrays;

/**
 * The order of object identifiers on their encoded octets. It is not the order of the octets themselves: 16383 is FF 7F
 * and 16384 is 81 80 00, so where two differ the longer arc is the greater one.
 */
final class OidOrder {
    private OidOrder() {}

    static int compare(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
        int same = Arrays.mismatch(a, aFrom, aTo, b, bFrom, bTo);
        if (same < 0) {
            return 0;
        }
        if (aFrom + same == aTo) {
            return -1;
        }
        return bFrom + same == bTo ? 1 : compareArcs(a, aFrom, aTo, b, bFrom, bTo, same);
    }

    private static int compareArcs(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo, int differsAt) {
        int arcAt = differsAt;
        while (arcAt > 0 && a[aFrom + arcAt - 1] < 0) {
            arcAt--;
        }
        int longer = arcLength(a, aFrom + arcAt, aTo) - arcLength(b, bFrom + arcAt, bTo);
        return longer != 0 ? longer : Byte.compareUnsigned(a[aFrom + differsAt], b[bFrom + differsAt]);
    }

    private static int arcLength(byte[] octets, int from, int to) {
        int at = from;
        while (at < to - 1 && octets[at] < 0) {
            at++;
        }
        return at - from;
    }
}
