package id.ronda.collector.reading;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Opaque;
import org.snmp4j.smi.UnsignedInteger32;
import org.snmp4j.smi.Variable;

/** The number in an answer, before any scale: integers, numbers written as text, and Net-SNMP's floats in an Opaque. */
public final class NumericValue {
    private static final Pattern LEADING_NUMBER =
            Pattern.compile("^\\s*([-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?)");
    private static final byte OPAQUE_TAG = (byte) 0x9f;
    private static final byte FLOAT = 0x78;
    private static final byte DOUBLE = 0x79;
    private static final double TWO_TO_64 = 0x1p64;

    private NumericValue() {}

    /** The number, or NaN where the value holds none: a text without a leading number, an OID, an exception value. */
    public static double of(Variable variable) {
        return switch (variable) {
            case Counter64 counter -> unsigned(counter.getValue());
            case Opaque opaque -> opaque(opaque.getValue());
            case OctetString text -> leadingNumber(text(text));
            case Integer32 number -> number.getValue();
            case UnsignedInteger32 number -> number.getValue();
            default -> Double.NaN;
        };
    }

    /** The number that the first group of that pattern finds in a text answer, or NaN. */
    static double of(Variable variable, Pattern pattern) {
        Matcher matcher = pattern.matcher(variable instanceof OctetString text ? text(text) : variable.toString());
        return matcher.find() ? leadingNumber(matcher.group(1)) : Double.NaN;
    }

    /** The text, or what the first group of that pattern finds in it: {@code ""} if it finds nothing. */
    static String text(OctetString text, @Nullable Pattern pattern) {
        if (pattern == null) {
            return text(text);
        }
        Matcher matcher = pattern.matcher(text(text));
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The number with which that text begins, or NaN. */
    public static double of(String text) {
        return leadingNumber(text);
    }

    private static String text(OctetString text) {
        return new String(text.getValue(), StandardCharsets.ISO_8859_1);
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : bits + TWO_TO_64;
    }

    /** Opaque values wrap a BER float: tag 9f78 or 9f79, length, IEEE 754 big-endian. */
    private static double opaque(byte[] bytes) {
        if (bytes.length < 3 || bytes[0] != OPAQUE_TAG || bytes.length < 3 + bytes[2]) {
            return Double.NaN;
        }
        var content = ByteBuffer.wrap(bytes, 3, bytes.length - 3);
        if (bytes[1] == FLOAT && bytes[2] == Float.BYTES) {
            // Through its shortest text, so that a device's 23.1 is 23.1 and not 23.100000381.
            return Double.parseDouble(Float.toString(content.getFloat()));
        }
        return bytes[1] == DOUBLE && bytes[2] == Double.BYTES ? content.getDouble() : Double.NaN;
    }

    private static double leadingNumber(String text) {
        Matcher matcher = LEADING_NUMBER.matcher(text);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    }
}
