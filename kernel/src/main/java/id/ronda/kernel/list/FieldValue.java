package id.ronda.kernel.list;

import id.ronda.kernel.Wording;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads what a request compares a field with. */
final class FieldValue {

    private static final int LONGEST = 255;

    private FieldValue() {}

    /** The value, or nothing if the text is none of that field. */
    static Optional<Object> parse(ListField field, Comparison comparison, String text) {
        if (comparison == Comparison.EMPTY) {
            return truth(text);
        }
        return switch (field.kind()) {
            case TEXT, CODE, LABELS, WORDS ->
                text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0
                        ? Optional.empty()
                        : Optional.of(text);
            case ID -> text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
            case TIME -> time(text);
            case FLAG -> truth(text);
        };
    }

    /** Why a text is none. */
    static Wording reasons(ListField field, Comparison comparison) {
        if (comparison == Comparison.EMPTY) {
            return new Wording("must be true or false", "harus true atau false");
        }
        return switch (field.kind()) {
            case TEXT, CODE, LABELS, WORDS ->
                new Wording(
                        "must be a text of 1 to " + LONGEST + " characters",
                        "harus teks 1 sampai " + LONGEST + " karakter");
            case ID -> new Wording("must be an id", "harus sebuah id");
            case TIME ->
                new Wording(
                        "must be a time like 2026-11-21T04:00:00Z (RFC 3339) in the years 1970 to 9999",
                        "harus waktu seperti 2026-11-21T04:00:00Z (RFC 3339) dalam tahun 1970 sampai 9999");
            case FLAG -> new Wording("must be true or false", "harus true atau false");
        };
    }

    private static Optional<Object> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A plus sign that was not escaped arrives as a blank. */
    private static Optional<Object> time(String text) {
        try {
            Instant time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            boolean known = !time.isBefore(Instant.EPOCH) && time.isBefore(Instant.parse("9999-12-31T23:59:59Z"));
            return known ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
