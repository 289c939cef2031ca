package id.ronda.collector.snmp;

import java.util.Arrays;
import org.snmp4j.smi.OID;

/**
 * Writes BER (X.690) from the last octet to the first, so that every length is known when its header is written. Call the
 * methods in the reverse of the order on the wire.
 */
final class BerWriter {
    private byte[] buffer;
    private int start;

    BerWriter(int capacity) {
        buffer = new byte[capacity];
        start = capacity;
    }

    /** How long an element with this much contents is; a writer of exactly this capacity is never copied. */
    static int lengthWithHeader(int contents) {
        return contents + (contents > 0xFF ? 4 : contents > 0x7F ? 3 : 2);
    }

    /** How many octets are written: remember it before the contents, give it to {@link #header} after them. */
    int written() {
        return buffer.length - start;
    }

    /** Puts the header before everything written since {@code mark}. */
    BerWriter header(int tag, int mark) {
        int length = written() - mark;
        if (length > 0xFF) {
            octet(length).octet(length >> 8).octet(0x82);
        } else if (length > 0x7F) {
            octet(length).octet(0x81);
        } else {
            octet(length);
        }
        return octet(tag);
    }

    /** An INTEGER in as few octets as it needs. */
    BerWriter integer(int value) {
        int mark = written();
        int rest = value;
        do {
            octet(rest);
            rest >>= 8;
        } while (rest != 0 && rest != -1);
        if ((buffer[start] < 0) != (value < 0)) {
            octet(rest);
        }
        return header(0x02, mark);
    }

    BerWriter octets(int tag, byte[] value) {
        int mark = written();
        return raw(value).header(tag, mark);
    }

    /** Octets that are BER already. */
    BerWriter raw(byte[] value) {
        reserve(value.length);
        start -= value.length;
        System.arraycopy(value, 0, buffer, start, value.length);
        return this;
    }

    BerWriter oid(OID oid) {
        int mark = written();
        for (int i = oid.size() - 1; i > 1; i--) {
            subIdentifier(oid.getUnsigned(i));
        }
        long first = oid.size() > 0 ? oid.getUnsigned(0) : 0;
        subIdentifier(first * 40 + (oid.size() > 1 ? oid.getUnsigned(1) : 0));
        return header(0x06, mark);
    }

    private void subIdentifier(long value) {
        octet((int) value & 0x7F);
        for (long rest = value >>> 7; rest != 0; rest >>>= 7) {
            octet(((int) rest & 0x7F) | 0x80);
        }
    }

    private BerWriter octet(int value) {
        reserve(1);
        buffer[--start] = (byte) value;
        return this;
    }

    private void reserve(int octets) {
        if (start >= octets) {
            return;
        }
        var larger = new byte[Math.max(buffer.length * 2, written() + octets)];
        int moved = larger.length - written();
        System.arraycopy(buffer, start, larger, moved, written());
        start = moved;
        buffer = larger;
    }

    /** What was written, with four octets at {@code at} replaced by the id. */
    byte[] withId(int id, int at) {
        var octets = toByteArray();
        for (int i = 0; i < 4; i++) {
            octets[at + i] = (byte) (id >>> (24 - 8 * i));
        }
        return octets;
    }

    byte[] toByteArray() {
        return start == 0 ? buffer : Arrays.copyOfRange(buffer, start, buffer.length);
    }
}
