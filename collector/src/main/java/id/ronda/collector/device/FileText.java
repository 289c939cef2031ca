package id.ronda.collector.device;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whether the bytes of a file are all of it. A power cut or a copy that broke off leaves the head of a file. Pure. */
sealed interface FileText {

    /**
     * It can be used.
     *
     * @param complete false if nothing shows that the end is there: its last line has no line break, and no earlier
     *     version says whether that is how the file is written
     */
    record Usable(String text, boolean complete) implements FileText {}

    /** It is torn, and how that is seen. */
    record Torn(String reason) implements FileText {}

    /**
     * Judges the bytes.
     *
     * @param before the version that was used last, or null
     */
    static FileText of(byte[] bytes, @Nullable String before) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Torn("it is not UTF-8 all through");
        }
        if (text.isBlank()) {
            return new Torn("it is empty");
        }
        if (text.indexOf('\0') >= 0) {
            return new Torn("it holds zero bytes, as after a power cut");
        }
        return text.endsWith("\n") ? new Usable(text, true) : withoutEnd(text, before);
    }

    private static FileText withoutEnd(String text, @Nullable String before) {
        if (before == null) {
            return new Usable(text, false);
        }
        if (before.endsWith("\n")) {
            return new Torn("its last line has no line break");
        }
        boolean cut = before.startsWith(text) && before.length() > text.length() && !atLineEnd(before, text.length());
        return cut ? new Torn("it ends inside a line of the version before") : new Usable(text, true);
    }

    private static boolean atLineEnd(String text, int index) {
        return text.charAt(index) == '\n' || text.charAt(index) == '\r';
    }
}
