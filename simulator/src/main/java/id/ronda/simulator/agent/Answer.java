package id.ronda.simulator.agent;

import id.ronda.simulator.Fault;
import id.ronda.simulator.Faults;
import id.ronda.simulator.Moment;
import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.ServedLog;
import id.ronda.simulator.ServedValue;
import id.ronda.simulator.Syntax;
import id.ronda.simulator.ber.BerWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The variable bindings of one answer while they are written: used again for the next one. */
final class Answer {
    private static final int NO_SUCH_OBJECT = 0x80;
    private static final int NO_SUCH_INSTANCE = 0x81;
    private static final int END_OF_MIB_VIEW = 0x82;

    private final byte[] name = new byte[1024];
    private BerWriter out = new BerWriter(0);
    private ObjectTree tree = ObjectTree.builder().build();
    private Moment moment = new Moment(0, 0, 0);
    private ServedLog.@Nullable Pages pages;
    private long nanos;
    private boolean version1;
    private boolean looping;
    private int limit;

    void begin(Session session, Faults.State faults, Moment at, long atNanos, boolean isVersion1) {
        tree = session.tree(faults);
        pages = session.pages();
        looping = faults.has(Fault.WALK_LOOP);
        moment = at;
        nanos = atNanos;
        version1 = isVersion1;
    }

    void writeTo(BerWriter writer, int atMost) {
        out = writer;
        limit = atMost;
    }

    boolean fits() {
        return out.position() <= limit;
    }

    /** Where the next binding begins. */
    int mark() {
        return out.position();
    }

    /** Takes back the binding begun at a mark. */
    void rewind(int mark) {
        out.rewind(mark);
    }

    /** The place of the object asked for, or {@link ObjectTree#NONE} where this version of SNMP cannot say it. */
    int find(byte[] octets, int from, int to) {
        int found = tree.find(octets, from, to);
        return found != ObjectTree.NONE && hidden(found) ? ObjectTree.NONE : found;
    }

    /** The place of the first object behind a name. */
    int next(byte[] octets, int from, int to) {
        return visible(tree.next(octets, from, to));
    }

    /** The place behind a place. */
    int after(int index) {
        return visible(index + 1 < tree.size() ? index + 1 : ObjectTree.NONE);
    }

    private int visible(int from) {
        int index = from;
        while (index != ObjectTree.NONE && hidden(index)) {
            index = index + 1 < tree.size() ? index + 1 : ObjectTree.NONE;
        }
        boolean turn = looping && index != ObjectTree.NONE && (index % 16 == 15 || index == tree.size() - 1);
        return turn ? Math.max(0, index - 8) : index;
    }

    private boolean hidden(int index) {
        ServedValue value = tree.value(index);
        return (version1 && value.syntax() == Syntax.COUNTER64)
                || (value instanceof ServedValue.Occasional at && !at.present().test(moment));
    }

    /** Writes an object with its value. */
    void object(int index) {
        int binding = out.begin(BerWriter.SEQUENCE);
        out.element(BerWriter.OBJECT_IDENTIFIER, name, 0, tree.copyName(index, name, 0));
        value(index);
        out.end(binding);
    }

    /** Writes that the walk is over, behind the last object there is. */
    void endBehindLast() {
        exception(END_OF_MIB_VIEW, name, 0, tree.copyName(tree.size() - 1, name, 0));
    }

    /** Writes that the walk is over already at this name. */
    void end(byte[] octets, int from, int to) {
        exception(END_OF_MIB_VIEW, octets, from, to);
    }

    /** Writes that there is none: noSuchInstance where the column exists (its last arc taken as the index). */
    void missing(byte[] octets, int from, int to) {
        exception(columnExists(octets, from, to) ? NO_SUCH_INSTANCE : NO_SUCH_OBJECT, octets, from, to);
    }

    /** Writes 65,000 octets under this name. */
    void oversized(byte[] octets, int from, int to) {
        int binding = out.begin(BerWriter.SEQUENCE);
        out.element(BerWriter.OBJECT_IDENTIFIER, octets, from, to);
        out.element(BerWriter.OCTET_STRING, new byte[65_000]);
        out.end(binding);
    }

    private void exception(int tag, byte[] octets, int from, int to) {
        int binding = out.begin(BerWriter.SEQUENCE);
        out.element(BerWriter.OBJECT_IDENTIFIER, octets, from, to);
        out.header(tag, 0);
        out.end(binding);
    }

    private boolean columnExists(byte[] octets, int from, int to) {
        int end = to - 1;
        while (end > from && octets[end - 1] < 0) {
            end--;
        }
        int next = tree.next(octets, from, end);
        return next != ObjectTree.NONE && startsWith(tree.copyName(next, name, 0), octets, from, end);
    }

    private boolean startsWith(int nameLength, byte[] octets, int from, int to) {
        int size = to - from;
        return size > 0 && nameLength >= size && Arrays.equals(name, 0, size, octets, from, to);
    }

    private void value(int index) {
        value(index, tree.value(index));
    }

    private void value(int index, ServedValue value) {
        switch (value) {
            case ServedValue.Occasional at -> value(index, at.value());
            case ServedValue.Constant constant -> {
                constant.writeTo(out);
                if (pages != null && constant.syntax().numeric()) {
                    pages.add(index, nanos, constant.number());
                }
            }
            case ServedValue.Measured measured -> {
                long number = measured.syntax().wrapped(measured.at().applyAsLong(moment));
                number(measured.syntax(), number);
                if (pages != null) {
                    pages.add(index, nanos, number);
                }
            }
            case ServedValue.Written written ->
                out.element(BerWriter.OCTET_STRING, written.at().apply(moment).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void number(Syntax syntax, long number) {
        if (syntax == Syntax.COUNTER64) {
            out.unsigned64(syntax.tag(), number);
        } else {
            out.number(syntax.tag(), number);
        }
    }
}
