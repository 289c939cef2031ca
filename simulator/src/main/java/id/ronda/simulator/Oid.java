package id.ronda.simulator;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** An object identifier, kept as its BER content octets: that is how requests bring it and answers need it. */
public final class Oid implements Comparable<Oid> {
    private final byte[] encoded;

    private Oid(byte[] encoded) {
        this.encoded = encoded;
    }

    /**
     * Reads the dotted form, with or without a leading dot.
     *
     * @throws IllegalArgumentException when it is none, or an arc is above 2^32 - 1
     */
    public static Oid of(String dotted) {
        String[] arcs = (dotted.startsWith(".") ? dotted.substring(1) : dotted).split("\\.", -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream(arcs.length + 4);
        long first = arc(arcs[0], dotted);
        long second = arcs.length > 1 ? arc(arcs[1], dotted) : 0;
        if (first > 2 || (first < 2 && second > 39)) {
            throw new IllegalArgumentException("not an object identifier: " + dotted);
        }
        putArc(out, first * 40 + second);
        for (int i = 2; i < arcs.length; i++) {
            putArc(out, arc(arcs[i], dotted));
        }
        return new Oid(out.toByteArray());
    }

    /** Takes over content octets that stand in a message. */
    public static Oid ofEncoded(byte[] octets, int from, int to) {
        return new Oid(Arrays.copyOfRange(octets, from, to));
    }

    /** This identifier with more arcs behind it, such as a row's index behind its column. */
    public Oid child(long... arcs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(encoded.length + arcs.length + 4);
        out.writeBytes(encoded);
        for (long arc : arcs) {
            putArc(out, checked(arc));
        }
        return new Oid(out.toByteArray());
    }

    /** Whether this is {@code prefix} or below it. */
    public boolean startsWith(Oid prefix) {
        int size = prefix.encoded.length;
        return encoded.length >= size && Arrays.equals(encoded, 0, size, prefix.encoded, 0, size);
    }

    /** A copy of the BER content octets. */
    public byte[] encoded() {
        return encoded.clone();
    }

    int size() {
        return encoded.length;
    }

    int copyTo(byte[] target, int at) {
        System.arraycopy(encoded, 0, target, at, encoded.length);
        return at + encoded.length;
    }

    @Override
    public int compareTo(Oid other) {
        return OidOrder.compare(encoded, 0, encoded.length, other.encoded, 0, other.encoded.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Oid oid && Arrays.equals(encoded, oid.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        StringBuilder dotted = new StringBuilder();
        long arc = 0;
        for (byte octet : encoded) {
            arc = (arc << 7) | (octet & 0x7f);
            if (octet >= 0) {
                appendArc(dotted, arc);
                arc = 0;
            }
        }
        return dotted.toString();
    }

    private static void appendArc(StringBuilder dotted, long arc) {
        if (dotted.isEmpty()) {
            long first = Math.min(arc / 40, 2);
            dotted.append(first).append('.').append(arc - first * 40);
        } else {
            dotted.append('.').append(arc);
        }
    }

    private static long arc(String digits, String dotted) {
        try {
            return checked(Long.parseLong(digits));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("not an object identifier: " + dotted, notANumber);
        }
    }

    private static long checked(long arc) {
        if (arc < 0 || arc > 0xffff_ffffL) {
            throw new IllegalArgumentException("an arc must be 0 to 4294967295: " + arc);
        }
        return arc;
    }

    private static void putArc(ByteArrayOutputStream out, long arc) {
        for (int shift = 35; shift > 0; shift -= 7) {
            if (arc >>> shift != 0) {
                out.write((int) (((arc >>> shift) & 0x7f) | 0x80));
            }
        }
        out.write((int) (arc & 0x7f));
    }
}
