package id.ronda.simulator.ber;

import java.util.Arrays;

/**
 * Writes elements one behind the other into one array that is used again and again. Lengths are minimal: a constructed
 * element is begun with room for a short length and moved when it turned out longer, which is rare and cheap.
 */
public final class BerWriter {
    /** Tag of INTEGER. */
    public static final int INTEGER = 0x02;
    /** Tag of OCTET STRING. */
    public static final int OCTET_STRING = 0x04;
    /** Tag of NULL. */
    public static final int NULL = 0x05;
    /** Tag of OBJECT IDENTIFIER. */
    public static final int OBJECT_IDENTIFIER = 0x06;
    /** Tag of SEQUENCE. */
    public static final int SEQUENCE = 0x30;

    private byte[] octets;
    private int position;

    /** A writer with room for {@code capacity} octets to begin with; it grows. */
    public BerWriter(int capacity) {
        octets = new byte[capacity];
    }

    /** Forgets what was written. */
    public BerWriter clear() {
        position = 0;
        return this;
    }

    /** The array written to, valid from 0 to {@link #position()} and only until the next call. */
    public byte[] octets() {
        return octets;
    }

    /** How many octets stand written. */
    public int position() {
        return position;
    }

    /** Takes back everything behind {@code mark}. */
    public void rewind(int mark) {
        position = mark;
    }

    /** A copy of what stands written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(octets, position);
    }

    /** Begins a constructed element; the result goes to {@link #end}. */
    public int begin(int tag) {
        reserve(2);
        octets[position++] = (byte) tag;
        octets[position++] = 0;
        return position;
    }

    /** Ends the element that {@link #begin} began. */
    public void end(int contentAt) {
        int size = position - contentAt;
        int extra = lengthOctets(size) - 1;
        if (extra > 0) {
            reserve(extra);
            System.arraycopy(octets, contentAt, octets, contentAt + extra, size);
            position += extra;
        }
        putLength(contentAt - 1, size);
    }

    /** Writes a signed or, with the sign bit never set, an unsigned number in as few octets as it needs. */
    public void number(int tag, long value) {
        int size = Math.max(1, (72 - Long.numberOfLeadingZeros(value < 0 ? ~value : value)) / 8);
        reserve(size + 2);
        octets[position++] = (byte) tag;
        octets[position++] = (byte) size;
        for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) {
            octets[position++] = (byte) (value >> shift);
        }
    }

    /** Writes 64 bits as the unsigned number of a Counter64: nine octets where the highest bit is set. */
    public void unsigned64(int tag, long value) {
        if (value >= 0) {
            number(tag, value);
            return;
        }
        reserve(11);
        octets[position++] = (byte) tag;
        octets[position++] = 9;
        octets[position++] = 0;
        for (int shift = 56; shift >= 0; shift -= 8) {
            octets[position++] = (byte) (value >> shift);
        }
    }

    /** Writes an element whose content stands ready. */
    public void element(int tag, byte[] source, int from, int to) {
        header(tag, to - from);
        raw(source, from, to);
    }

    /** Writes an element whose content is the whole array. */
    public void element(int tag, byte[] content) {
        element(tag, content, 0, content.length);
    }

    /** Writes octets that are elements already. */
    public void raw(byte[] source, int from, int to) {
        reserve(to - from);
        System.arraycopy(source, from, octets, position, to - from);
        position += to - from;
    }

    /** Writes a tag and a length; the content must follow by {@link #raw}. */
    public void header(int tag, int size) {
        reserve(6);
        octets[position++] = (byte) tag;
        position = putLength(position, size);
    }

    private int putLength(int at, int size) {
        int next = at;
        int count = lengthOctets(size) - 1;
        if (count == 0) {
            octets[next++] = (byte) size;
            return next;
        }
        octets[next++] = (byte) (0x80 | count);
        for (int shift = (count - 1) * 8; shift >= 0; shift -= 8) {
            octets[next++] = (byte) (size >> shift);
        }
        return next;
    }

    private static int lengthOctets(int size) {
        if (size < 0x80) {
            return 1;
        }
        return size < 0x100 ? 2 : size < 0x10000 ? 3 : 4;
    }

    private void reserve(int more) {
        if (octets.length - position < more) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, position + more));
        }
    }
}
