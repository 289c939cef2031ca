package id.ronda.simulator;

import id.ronda.simulator.ber.BerWriter;
import java.net.Inet4Address;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The value of a simulated object: a constant, or a function of the moment it is asked for. */
public sealed interface ServedValue {
    /** The type of the value, which never changes. */
    Syntax syntax();

    /** A number that changes: wrapped to its type when it is served. */
    record Measured(Syntax syntax, ToLongFunction<Moment> at) implements ServedValue {
        /** Checks that the type is one of numbers. */
        public Measured {
            if (!syntax.numeric()) {
                throw new IllegalArgumentException(syntax + " is no number");
            }
        }
    }

    /** An OCTET STRING that changes, as UTF-8. */
    record Written(Function<Moment, String> at) implements ServedValue {
        @Override
        public Syntax syntax() {
            return Syntax.OCTET_STRING;
        }
    }

    /** An object that is there only at times, as a row of a table of sessions. */
    record Occasional(ServedValue value, Predicate<Moment> present) implements ServedValue {
        @Override
        public Syntax syntax() {
            return value.syntax();
        }
    }

    /** A constant, kept as the encoded octets that are sent. */
    final class Constant implements ServedValue {
        private final Syntax syntax;
        private final byte[] element;

        private Constant(Syntax syntax, byte[] element) {
            this.syntax = syntax;
            this.element = element;
        }

        @Override
        public Syntax syntax() {
            return syntax;
        }

        /** Writes tag, length and content. */
        public void writeTo(BerWriter writer) {
            writer.raw(element, 0, element.length);
        }

        /** How many octets {@link #writeTo} writes. */
        public int size() {
            return element.length;
        }

        /** The number, where the type is one of numbers. */
        public long number() {
            long value = element[2];
            for (int i = 3; i < element.length; i++) {
                value = (value << 8) | (element[i] & 0xff);
            }
            return value;
        }

        /** The content octets of a value that is no number. */
        public byte[] content() {
            int header = element[1] >= 0 ? 2 : 2 + (element[1] & 0x7f);
            return Arrays.copyOfRange(element, header, element.length);
        }
    }

    /** A number that stays. */
    static ServedValue number(Syntax syntax, long value) {
        BerWriter writer = new BerWriter(11);
        if (syntax == Syntax.COUNTER64) {
            writer.unsigned64(syntax.tag(), value);
        } else {
            writer.number(syntax.tag(), syntax.wrapped(value));
        }
        return new Constant(syntax, writer.toByteArray());
    }

    /** Octets that stay, of a type that is no number. */
    static ServedValue octets(Syntax syntax, byte[] content) {
        BerWriter writer = new BerWriter(content.length + 6);
        writer.element(syntax.tag(), content);
        return new Constant(syntax, writer.toByteArray());
    }

    /** Text that stays, as UTF-8. */
    static ServedValue text(String text) {
        return octets(Syntax.OCTET_STRING, text.getBytes(StandardCharsets.UTF_8));
    }

    /** An object identifier that stays. */
    static ServedValue oid(Oid oid) {
        return octets(Syntax.OBJECT_IDENTIFIER, oid.encoded());
    }

    /** An address that stays. */
    static ServedValue address(Inet4Address address) {
        return octets(Syntax.IP_ADDRESS, address.getAddress());
    }

    /** A counter, gauge or enumeration as a function of the moment. */
    static ServedValue changing(Syntax syntax, ToLongFunction<Moment> at) {
        return new Measured(syntax, at);
    }
}
