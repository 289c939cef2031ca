package id.ronda.simulator.regency;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.simulator.Moment;
import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Oid;
import id.ronda.simulator.ServedValue;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Reads a device of the regency without a socket, at any moment. */
final class AgentReadings {
    private final ObjectTree tree;

    AgentReadings(ObjectTree tree) {
        this.tree = tree;
    }

    ServedValue value(String oid) {
        int found = tree.find(Oid.of(oid));
        assertThat(found).as(oid).isNotEqualTo(ObjectTree.NONE);
        return tree.value(found);
    }

    boolean has(String oid) {
        return tree.find(Oid.of(oid)) != ObjectTree.NONE;
    }

    long number(String oid, long epochMillis) {
        return number(oid, new Moment(3_600_000_000_000L, epochMillis, 0));
    }

    long number(String oid, Moment moment) {
        return number(value(oid), moment);
    }

    /** Whether an object that comes and goes is there. */
    boolean shows(String oid, long epochMillis) {
        return has(oid)
                && (!(value(oid) instanceof ServedValue.Occasional at)
                        || at.present().test(new Moment(0, epochMillis, 0)));
    }

    private static long number(ServedValue value, Moment moment) {
        return switch (value) {
            case ServedValue.Occasional at -> number(at.value(), moment);
            case ServedValue.Constant constant -> constant.number();
            case ServedValue.Measured measured ->
                measured.syntax().wrapped(measured.at().applyAsLong(moment));
            case ServedValue.Written written -> Long.parseLong(written.at().apply(moment));
        };
    }

    String text(String oid, long epochMillis) {
        return switch (value(oid)) {
            case ServedValue.Occasional at -> throw new AssertionError(oid + " comes and goes");
            case ServedValue.Constant constant -> new String(constant.content(), StandardCharsets.UTF_8);
            case ServedValue.Written written -> written.at().apply(new Moment(0, epochMillis, 0));
            case ServedValue.Measured measured -> throw new AssertionError(oid + " is a " + measured.syntax());
        };
    }

    String octets(String oid) {
        return HexFormat.of().formatHex(((ServedValue.Constant) value(oid)).content());
    }

    String name(String oid) {
        byte[] content = ((ServedValue.Constant) value(oid)).content();
        return Oid.ofEncoded(content, 0, content.length).toString();
    }

    int rows(String column) {
        Oid prefix = Oid.of(column);
        int rows = 0;
        for (int at = tree.next(prefix); at != ObjectTree.NONE && tree.oid(at).startsWith(prefix); at++) {
            rows++;
            if (at + 1 == tree.size()) {
                break;
            }
        }
        return rows;
    }
}
