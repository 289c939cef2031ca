package id.ronda.kernel.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.ronda.kernel.Json;
import java.util.List;

/** The sort keys of an item as one text, for the cursor of the page behind it. */
final class SortPlace {

    private SortPlace() {}

    static String write(List<String> keys) {
        try {
            return Json.mapper().writeValueAsString(keys);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of texts is always JSON", e);
        }
    }

    /** The keys, or none if the text is not such a list. */
    static List<String> read(String text) {
        try {
            return List.of(Json.mapper().readValue(text, String[].class));
        } catch (JsonProcessingException | NullPointerException e) {
            return List.of();
        }
    }

    /** Whether a field of that kind can have that key. */
    static boolean fits(ListField.Kind kind, String key) {
        return switch (kind) {
            case TEXT, CODE, LABELS, WORDS -> key.indexOf('\0') < 0;
            case ID, TIME, FLAG -> key.matches("-?[0-9]{1,18}");
        };
    }
}
