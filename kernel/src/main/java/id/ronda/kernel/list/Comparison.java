package id.ronda.kernel.list;

import java.util.Arrays;
import java.util.Optional;

/** How a field of a list is compared with what a request gives; its suffix is the end of the parameter's name. */
public enum Comparison {
    /** {@code name=…}: equals it, or one of several. */
    IS(""),
    /** {@code name__contains=…}: it occurs in the text, in any case. */
    CONTAINS("__contains"),
    /** {@code time__gte=…}: at that time or later. */
    FROM("__gte"),
    /** {@code time__lt=…}: before that time. */
    BEFORE("__lt"),
    /** {@code name__empty=true}: there is none; {@code false}: there is one. */
    EMPTY("__empty");

    private final String suffix;

    Comparison(String suffix) {
        this.suffix = suffix;
    }

    /** The parameter of a field. */
    public String parameter(String field) {
        return field + suffix;
    }

    /** The comparison with that suffix, or empty if there is none. */
    static Optional<Comparison> ofSuffix(String suffix) {
        return Arrays.stream(values())
                .filter(each -> each.suffix.equals(suffix))
                .findFirst();
    }
}
