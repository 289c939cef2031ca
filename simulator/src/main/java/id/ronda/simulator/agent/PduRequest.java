package id.ronda.simulator.agent;

import id.ronda.simulator.ber.BerReader;
import id.ronda.simulator.ber.BerWriter;
import id.ronda.simulator.ber.MalformedBer;
import java.util.Arrays;

/** The PDU of a request, read in place and used again for the next one. */
final class PduRequest {
    static final int GET = 0xa0;
    static final int GET_NEXT = 0xa1;
    static final int RESPONSE = 0xa2;
    static final int SET = 0xa3;
    static final int GET_BULK = 0xa5;
    static final int REPORT = 0xa8;

    private byte[] octets = new byte[0];
    private int type;
    private int requestId;
    private int second;
    private int third;
    private int count;
    private int[] nameFrom = new int[64];
    private int[] nameTo = new int[64];
    private int listFrom;
    private int listTo;

    /** Reads the PDU at which the reader stands. */
    void read(BerReader reader) throws MalformedBer {
        octets = reader.octets();
        type = reader.peek();
        int end = reader.enterAny();
        requestId = reader.integer();
        second = reader.integer();
        third = reader.integer();
        listTo = within(reader.enter(BerWriter.SEQUENCE), end);
        listFrom = reader.position();
        count = 0;
        while (reader.before(listTo)) {
            binding(reader);
        }
    }

    private void binding(BerReader reader) throws MalformedBer {
        int end = within(reader.enter(BerWriter.SEQUENCE), listTo);
        int nameEnd = within(reader.enter(BerWriter.OBJECT_IDENTIFIER), end);
        if (count == nameFrom.length) {
            nameFrom = Arrays.copyOf(nameFrom, count * 2);
            nameTo = Arrays.copyOf(nameTo, count * 2);
        }
        nameFrom[count] = reader.position();
        nameTo[count++] = nameEnd;
        reader.leave(nameEnd);
        reader.leave(within(reader.enterAny(), end));
        reader.leave(end);
    }

    private static int within(int inner, int outer) throws MalformedBer {
        if (inner > outer) {
            throw new MalformedBer("an element reaches beyond the one around it");
        }
        return inner;
    }

    /** Whether an agent answers this at all. */
    boolean answerable(boolean version1) {
        return switch (type) {
            case GET, GET_NEXT, SET -> true;
            case GET_BULK -> !version1;
            default -> false;
        };
    }

    int type() {
        return type;
    }

    int requestId() {
        return requestId;
    }

    int nonRepeaters() {
        return Math.clamp(second, 0, count);
    }

    int maxRepetitions() {
        return Math.max(0, third);
    }

    int count() {
        return count;
    }

    byte[] octets() {
        return octets;
    }

    int nameFrom(int binding) {
        return nameFrom[binding];
    }

    int nameTo(int binding) {
        return nameTo[binding];
    }

    int listFrom() {
        return listFrom;
    }

    int listTo() {
        return listTo;
    }
}
