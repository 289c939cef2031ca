package id.ronda.kernel.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.ronda.kernel.Wording;

/**
 * One field that was refused: {@code {"field": …, "reason": "in English", "reasons": {"en": …, "id": …}}}.
 *
 * @param field a JSON pointer (RFC 6901) into the body, or the name of a query parameter or header
 * @param reasons what is wrong with it, and what would be right; it goes on from the field's name
 */
@JsonPropertyOrder({"field", "reason", "reasons"})
public record FieldError(String field, Wording reasons) {

    /** The same with the two texts. */
    public FieldError(String field, String en, String id) {
        this(field, new Wording(en, id));
    }

    /** In English, whoever asks: scripts compare it. */
    @JsonProperty
    public String reason() {
        return reasons.en();
    }

    /** The same said of another field. */
    public FieldError at(String other) {
        return new FieldError(other, reasons);
    }
}
