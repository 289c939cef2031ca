package id.ronda.identity.http;

import id.ronda.identity.Reason;
import id.ronda.kernel.http.JsonFields;
import java.util.Arrays;
import java.util.Locale;

/** Constants as the API writes them: lower case. */
final class Codes {

    private Codes() {}

    /** The constant's name from outside. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant that a field names; the other one where the field is absent; an unknown name is refused. */
    static <E extends Enum<E>> E of(Class<E> type, JsonFields fields, String field, E other) {
        String code = fields.textOr(field, of(other));
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> of(each).equals(code))
                .findFirst()
                .orElseGet(() -> {
                    Changes.refuse(fields, field, Reason.UNKNOWN_CODE);
                    return other;
                });
    }
}
