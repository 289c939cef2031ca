package id.ronda.dashboards.page;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A column of the list of devices that a reader can leave out. Name and state are always there. */
enum ListColumn {
    CLASS,
    MAKE,
    VERSION,
    SERIAL,
    /** The office's own code of the thing: {@code kode barang}. */
    GOODS,
    UNIT,
    LOCATION,
    ANSWER;

    private static final Set<ListColumn> USUAL = EnumSet.of(MAKE, VERSION, SERIAL, GOODS, UNIT, LOCATION, ANSWER);

    /** What is asked for, null if nothing was: an empty list is a choice too. */
    static Set<ListColumn> chosen(@Nullable String codes) {
        if (codes == null) {
            return USUAL;
        }
        List<String> each = List.of(codes.split("-", -1));
        return Arrays.stream(values())
                .filter(column -> each.contains(column.code()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ListColumn.class)));
    }

    /** As they are kept in a cookie. */
    static String codes(Set<ListColumn> columns) {
        return columns.isEmpty()
                ? "none"
                : columns.stream().sorted().map(ListColumn::code).collect(Collectors.joining("-"));
    }

    /** Its name in addresses and in the cookie. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its heading. */
    String key() {
        return "column." + code();
    }
}
