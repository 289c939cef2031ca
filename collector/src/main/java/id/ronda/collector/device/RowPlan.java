package id.ronda.collector.device;

import id.ronda.collector.DeviceId;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.JsonBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a CSV row will do. */
sealed interface RowPlan {

    /** The line on which the row begins. */
    int row();

    /** Nothing, for these reasons. */
    record Refuse(int row, List<FieldError> errors) implements RowPlan {}

    /** Add a device. */
    record Create(int row, DeviceDraft draft) implements RowPlan {}

    /** Make a known device into this. */
    record Update(int row, KnownDevice edited) implements RowPlan {}

    /** Nothing: the device is as the row says. */
    record Keep(int row, DeviceId id) implements RowPlan {}

    /**
     * Decides a row.
     *
     * @param known the device the row is about, or null if it is a new one
     * @param fromFile whether the row stands in the watched file
     */
    static RowPlan of(JudgedRow judged, @Nullable KnownDevice known, boolean fromFile) {
        return switch (judged) {
            case JudgedRow.Wrong wrong -> new Refuse(wrong.row(), wrong.errors());
            case JudgedRow.Right right ->
                known == null ? new Create(right.row(), right.draft()) : edit(right, known, fromFile);
        };
    }

    private static RowPlan edit(JudgedRow.Right right, KnownDevice known, boolean fromFile) {
        return switch (DeviceForm.parse(known.draft(), right.form())) {
            case JsonBody.Refused<DeviceDraft> refused ->
                new Refuse(right.row(), refused.problem().errors());
            case JsonBody.Read<DeviceDraft> read -> {
                KnownDevice edited =
                        new KnownDevice(known.id(), known.revision(), fromFile || known.fromFile(), read.value());
                yield edited.equals(known) ? new Keep(right.row(), known.id()) : new Update(right.row(), edited);
            }
        };
    }
}
