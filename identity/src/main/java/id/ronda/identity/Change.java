package id.ronda.identity;

import java.util.List;

/** What came of an edit. */
public sealed interface Change<T> {

    /** It was done, and this is what came of it. */
    record Done<T>(T result) implements Change<T> {}

    /** There is no such thing. */
    record Unknown<T>() implements Change<T> {}

    /** It was changed by somebody else meanwhile. */
    record Stale<T>(long revision) implements Change<T> {}

    /** It must not be done as it was asked for. */
    record Refused<T>(List<FieldReason> reasons) implements Change<T> {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** The machine has too much to do; nothing was done, try again in a second. */
    record Busy<T>() implements Change<T> {}

    /** Refused for one reason. */
    static <T> Change<T> refused(String field, Reason reason) {
        return new Refused<>(List.of(new FieldReason(field, reason)));
    }
}
