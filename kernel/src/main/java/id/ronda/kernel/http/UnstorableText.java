package id.ronda.kernel.http;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.kernel.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Text that JSON can say and no database can keep: U+0000, and half of a surrogate pair (RFC 8259 section 8.2). */
final class UnstorableText {

    private static final Wording REASON = new Wording(
            "holds a character that cannot be kept (U+0000 or half of a pair)",
            "memuat karakter yang tidak dapat disimpan (U+0000 atau separuh pasangan)");

    private UnstorableText() {}

    /** Each place in the value where such text stands. */
    static List<FieldError> in(JsonNode value) {
        List<FieldError> found = new ArrayList<>();
        look(value, "", found);
        return found;
    }

    private static void look(JsonNode value, String place, List<FieldError> found) {
        if (value.isTextual() && !isStorable(value.textValue())) {
            found.add(new FieldError(place, REASON));
        } else if (value.isArray()) {
            IntStream.range(0, value.size()).forEach(i -> look(value.get(i), place + "/" + i, found));
        } else {
            value.properties().forEach(member -> member(member.getKey(), member.getValue(), place, found));
        }
    }

    private static void member(String name, JsonNode value, String place, List<FieldError> found) {
        if (isStorable(name)) {
            look(value, place + SchemaFaults.child(name), found);
        } else {
            found.add(new FieldError(place, REASON));
        }
    }

    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || isHalfOfPair(point));
    }

    /** A whole pair is one code point above them. */
    private static boolean isHalfOfPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
