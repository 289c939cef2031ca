package id.ronda.collector.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** The text of an answer for people: UTF-8 where it is, else Latin-1; bytes that are no text as hexadecimal. */
public final class DisplayText {
    private DisplayText() {}

    /** The text without surrounding blanks and without control characters. */
    public static String of(Variable variable) {
        if (!(variable instanceof OctetString octets)) {
            return variable instanceof Null ? "" : variable.toString();
        }
        String text = decoded(octets.getValue());
        boolean binary = text.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c) && c != 0);
        return binary
                ? octets.toHexString(':')
                : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
