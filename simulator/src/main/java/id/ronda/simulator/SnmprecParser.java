package id.ronda.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the lines of one snmprec file. */
final class SnmprecParser {
    private static final Map<Integer, Syntax> SYNTAX =
            Arrays.stream(Syntax.values()).collect(Collectors.toUnmodifiableMap(Syntax::tag, Function.identity()));

    private final String name;
    private final TreeMap<Oid, ServedValue> objects = new TreeMap<>();
    private final List<Recording.SkippedLine> skipped = new ArrayList<>();

    SnmprecParser(String name) {
        this.name = name;
    }

    Recording parse(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                line(i + 1, lines.get(i));
            }
        }
        return new Recording(name, objects, List.copyOf(skipped));
    }

    private void line(int number, String line) {
        String[] fields = line.split("\\|", 3);
        if (fields.length < 3) {
            skipped.add(new Recording.SkippedLine(number, "not OID|TAG|VALUE"));
            return;
        }
        try {
            objects.put(Oid.of(fields[0].strip()), value(fields[1], fields[2]));
        } catch (IllegalArgumentException unreadable) {
            skipped.add(new Recording.SkippedLine(number, String.valueOf(unreadable.getMessage())));
        }
    }

    private static ServedValue value(String tag, String value) {
        boolean hex = tag.endsWith("x");
        String digits = hex ? tag.substring(0, tag.length() - 1) : tag;
        if (!digits.matches("\\d{1,3}")) {
            throw new IllegalArgumentException("tag " + tag + " is not one of an object");
        }
        Syntax syntax = SYNTAX.get(Integer.parseInt(digits));
        if (syntax == null) {
            throw new IllegalArgumentException("no object has the tag " + tag);
        }
        return hex ? hexValue(syntax, value) : plainValue(syntax, value);
    }

    private static ServedValue hexValue(Syntax syntax, String value) {
        return switch (syntax) {
            case OCTET_STRING, OPAQUE ->
                ServedValue.octets(syntax, HexFormat.of().parseHex(value));
            case IP_ADDRESS -> address(HexFormat.of().parseHex(value));
            case INTEGER, NULL, OBJECT_IDENTIFIER, COUNTER32, GAUGE32, TIME_TICKS, COUNTER64 ->
                throw new IllegalArgumentException(syntax + " is not written in hexadecimal");
        };
    }

    private static ServedValue plainValue(Syntax syntax, String value) {
        return switch (syntax) {
            case INTEGER -> number(syntax, Long.parseLong(value), Integer.MIN_VALUE, Integer.MAX_VALUE);
            case COUNTER32, GAUGE32, TIME_TICKS -> number(syntax, Long.parseLong(value), 0, 0xffff_ffffL);
            case COUNTER64 -> ServedValue.number(syntax, Long.parseUnsignedLong(value));
            case OCTET_STRING, OPAQUE -> ServedValue.octets(syntax, value.getBytes(StandardCharsets.ISO_8859_1));
            case NULL -> ServedValue.octets(syntax, new byte[0]);
            case OBJECT_IDENTIFIER -> ServedValue.oid(Oid.of(value));
            case IP_ADDRESS -> dottedAddress(value);
        };
    }

    private static ServedValue number(Syntax syntax, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(value + " is no " + syntax);
        }
        return ServedValue.number(syntax, value);
    }

    private static ServedValue dottedAddress(String value) {
        String[] parts = value.split("\\.", -1);
        byte[] octets = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            int octet = Integer.parseInt(parts[i]);
            if (octet < 0 || octet > 255) {
                throw new IllegalArgumentException("no IPv4 address: " + value);
            }
            octets[i] = (byte) octet;
        }
        return address(octets);
    }

    private static ServedValue address(byte[] octets) {
        if (octets.length != 4) {
            throw new IllegalArgumentException("an IPv4 address has 4 octets, not " + octets.length);
        }
        return ServedValue.octets(Syntax.IP_ADDRESS, octets);
    }
}
