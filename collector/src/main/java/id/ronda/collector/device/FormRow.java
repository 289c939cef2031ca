package id.ronda.collector.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.kernel.http.FieldError;
import java.util.List;

/**
 * One row of a CSV text or of a list, as a form.
 *
 * @param row the line in the text on which it begins, the header being line 1; the place in a list, from 0
 * @param form empty if the row has not the shape of the header: nobody can tell which cell is which then
 * @param errors what is already known to be wrong with it
 */
public record FormRow(int row, ObjectNode form, List<FieldError> errors) {

    public FormRow {
        errors = List.copyOf(errors);
    }

    /** Without the form: it holds secrets. */
    @Override
    public String toString() {
        return "row " + row;
    }
}
