package id.ronda.kernel.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that says no (RFC 9457).
 *
 * @param status the HTTP status, 400 to 599
 * @param type a stable lower-case word that programs compare
 * @param title one sentence that is the same for every problem of the type
 * @param detail what it was this time, or null
 * @param errors the fields that were refused, possibly none
 */
public record Problem(
        int status, String type, String title, @Nullable String detail, List<FieldError> errors) {

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem's status is 400 to 599, not " + status);
        }
        errors = List.copyOf(errors);
    }

    /** A problem without fields. */
    public static Problem of(int status, String type, String title, @Nullable String detail) {
        return new Problem(status, type, title, detail, List.of());
    }

    /** 422: the body can be read, and some of its fields are refused. */
    public static Problem fields(List<FieldError> errors) {
        return new Problem(422, "invalid-fields", "Some fields are refused.", null, errors);
    }

    /** 400: the body or a parameter cannot be read. */
    public static Problem unreadable(String detail) {
        return of(400, "unreadable", "The request cannot be read.", detail);
    }

    /** 404: there is no such thing. */
    public static Problem notFound(String detail) {
        return of(404, "not-found", "There is no such thing.", detail);
    }

    /** 409: it contradicts what is there. */
    public static Problem conflict(String detail) {
        return of(409, "conflict", "This contradicts what is already there.", detail);
    }
}
