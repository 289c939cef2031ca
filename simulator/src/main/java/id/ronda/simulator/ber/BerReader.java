package id.ronda.simulator.ber;

/**
 * A cursor over encoded octets. Reads only definite lengths, as RFC 3417 section 8 asks; every step checks that it stays
 * within what the enclosing element announced.
 */
public final class BerReader {
    private byte[] octets = new byte[0];
    private int position;
    private int limit;

    /** Begins again at {@code from}, to read no further than {@code to}. */
    public BerReader over(byte[] source, int from, int to) {
        octets = source;
        position = from;
        limit = to;
        return this;
    }

    /** The array that is read. */
    public byte[] octets() {
        return octets;
    }

    /** Where the next element begins. */
    public int position() {
        return position;
    }

    /** Whether something is left before {@code end}. */
    public boolean before(int end) {
        return position < end;
    }

    /** The tag of the next element, which is not taken. */
    public int peek() throws MalformedBer {
        if (position >= limit) {
            throw new MalformedBer("the message ends where a tag was due");
        }
        return octets[position] & 0xff;
    }

    /** Takes a header with this tag and returns where its content ends; the cursor then stands at the content. */
    public int enter(int tag) throws MalformedBer {
        if (peek() != tag) {
            throw new MalformedBer("tag " + peek() + " where " + tag + " was due");
        }
        return enterAny();
    }

    /** Takes a header with any tag and returns where its content ends. */
    public int enterAny() throws MalformedBer {
        peek();
        position++;
        int length = length();
        if (length < 0 || length > limit - position) {
            throw new MalformedBer("an element is longer than its message");
        }
        return position + length;
    }

    /** Jumps to {@code end}, the end of an element entered before. */
    public void leave(int end) {
        position = end;
    }

    /** Takes a whole INTEGER of at most four octets. */
    public int integer() throws MalformedBer {
        int end = enter(BerWriter.INTEGER);
        int size = end - position;
        if (size < 1 || size > 4) {
            throw new MalformedBer("an INTEGER of " + size + " octets");
        }
        int value = octets[position++];
        while (position < end) {
            value = (value << 8) | (octets[position++] & 0xff);
        }
        return value;
    }

    private int length() throws MalformedBer {
        if (position >= limit) {
            throw new MalformedBer("the message ends where a length was due");
        }
        int first = octets[position++];
        if (first >= 0) {
            return first;
        }
        int count = first & 0x7f;
        if (count < 1 || count > 4 || count > limit - position) {
            throw new MalformedBer("a length of " + count + " octets");
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = (length << 8) | (octets[position++] & 0xff);
        }
        return length;
    }
}
