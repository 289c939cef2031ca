package id.ronda.collector.snmp;

import java.util.Arrays;
import org.snmp4j.smi.OID;

/** Reads BER (X.690) from octets of strangers: every step is checked against the end of what surrounds it. */
final class BerReader {
    private static final int MAX_SUB_IDENTIFIERS = 128;

    private final byte[] buffer;
    private final int origin;
    private final int last;
    private int position;
    private int end;
    private boolean cut;

    BerReader(byte[] buffer, int offset, int length) {
        this.buffer = buffer;
        this.origin = offset;
        this.position = offset;
        this.end = offset + length;
        this.last = end;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Where the datagram begins. */
    int origin() {
        return origin;
    }

    int position() {
        return position;
    }

    /** Where the contents last entered end. */
    int end() {
        return end;
    }

    boolean hasMore() {
        return position < end;
    }

    /** Whether an element says that it is longer than the whole datagram. */
    boolean cut() {
        return cut;
    }

    /** The next element's tag, without reading it. */
    int peekTag() throws BerException {
        if (position >= end) {
            throw new BerException("ends where an element should begin");
        }
        return buffer[position] & 0xFF;
    }

    /** Reads a header, leaves the reader at the contents and returns their length. */
    int header(int tag) throws BerException {
        if (peekTag() != tag) {
            throw new BerException("has tag 0x%02x where 0x%02x should be".formatted(peekTag(), tag));
        }
        position++;
        int length = length();
        if (length > end - position) {
            throw new BerException("has an element longer than what holds it");
        }
        return length;
    }

    /** Enters a constructed element: {@link #end} is then its end. */
    void enter(int tag) throws BerException {
        int length = header(tag);
        end = position + length;
    }

    /** The same, but an element cut off by the datagram's end is entered as far as it goes and remembered in {@link #cut}. */
    void enterCut(int tag) throws BerException {
        if (peekTag() != tag) {
            throw new BerException("does not begin with 0x%02x".formatted(tag));
        }
        position++;
        int length = length();
        if (length > end - position) {
            cut |= end == last;
            if (!cut) {
                throw new BerException("has an element longer than what holds it");
            }
            length = end - position;
        }
        end = position + length;
    }

    /** Goes on behind the element entered, inside the one around it. */
    void leave(int outerEnd) {
        position = end;
        end = outerEnd;
    }

    private int length() throws BerException {
        int first = octet();
        if (first < 0x80) {
            return first;
        }
        int octets = first & 0x7F;
        if (octets == 0 || octets > 4) {
            throw new BerException("has a length in a form SNMP does not use");
        }
        int length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | octet();
        }
        if (length < 0) {
            throw new BerException("has a length beyond 2 GiB");
        }
        return length;
    }

    private int octet() throws BerException {
        if (position >= end) {
            throw new BerException("ends inside an element");
        }
        return buffer[position++] & 0xFF;
    }

    /** An INTEGER of at most 32 bits. */
    int integer() throws BerException {
        long value = number(0x02, 8);
        if (value != (int) value) {
            throw new BerException("has an INTEGER beyond 32 bits");
        }
        return (int) value;
    }

    /** A signed number of at most {@code maxOctets} octets; nine are allowed for an unsigned one with a leading zero. */
    long number(int tag, int maxOctets) throws BerException {
        int length = header(tag);
        if (length < 1 || length > maxOctets) {
            throw new BerException("has a number of " + length + " octets");
        }
        long value = buffer[position];
        for (int i = 1; i < length; i++) {
            value = value << 8 | (buffer[position + i] & 0xFF);
        }
        position += length;
        return value;
    }

    byte[] octets(int tag) throws BerException {
        int length = header(tag);
        position += length;
        return Arrays.copyOfRange(buffer, position - length, position);
    }

    /** Goes over octets whose header was read. */
    void pass(int octets) {
        position += octets;
    }

    void skip(int tag) throws BerException {
        pass(header(tag));
    }

    /** An OBJECT IDENTIFIER; if it equals {@code expected}, whose octets are {@code octets}, then that very object. */
    OID oid(OID expected, byte[] octets) throws BerException {
        int length = header(0x06);
        int to = position + length;
        if (Arrays.equals(buffer, position, to, octets, 0, octets.length)) {
            position = to;
            return expected;
        }
        return oid(to);
    }

    OID oid() throws BerException {
        int length = header(0x06);
        return oid(position + length);
    }

    private OID oid(int to) throws BerException {
        int count = subIdentifiers(to);
        if (count == 0) {
            return new OID(new int[] {0, 0});
        }
        var value = new int[count + 1];
        int first = subIdentifier(to);
        value[0] = first < 0 || first >= 80 ? 2 : first / 40;
        value[1] = first - value[0] * 40;
        for (int i = 2; i <= count; i++) {
            value[i] = subIdentifier(to);
        }
        var oid = new OID();
        oid.setValue(value);
        return oid;
    }

    private int subIdentifiers(int to) throws BerException {
        int count = 0;
        for (int i = position; i < to; i++) {
            count += buffer[i] >= 0 ? 1 : 0;
        }
        if (count >= MAX_SUB_IDENTIFIERS || (to > position && buffer[to - 1] < 0)) {
            throw new BerException("has an object identifier without end");
        }
        return count;
    }

    private int subIdentifier(int to) throws BerException {
        long value = 0;
        while (position < to) {
            int octet = buffer[position++];
            value = value << 7 | (octet & 0x7F);
            if (value > 0xFFFF_FFFFL) {
                throw new BerException("has a sub-identifier beyond 32 bits");
            }
            if (octet >= 0) {
                break;
            }
        }
        return (int) value;
    }
}
