package id.ronda.collector.device;

import id.ronda.collector.DeviceId;
import id.ronda.kernel.http.FieldError;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of one row.
 *
 * @param row as in {@link FormRow}
 * @param id of the device, if there is one; of a refused row maybe that of the device in its way
 * @param errors why it was refused
 */
public record RowResult(int row, Status status, @Nullable DeviceId id, List<FieldError> errors) {

    public RowResult {
        errors = List.copyOf(errors);
    }

    /** The results of rows that were carried out; {@code added} are the devices of the rows that create, in their order. */
    static List<RowResult> of(List<RowPlan> plans, List<KnownDevice> added) {
        Iterator<KnownDevice> ids = added.iterator();
        return plans.stream()
                .map(plan -> switch (plan) {
                    case RowPlan.Refuse refuse ->
                        new RowResult(refuse.row(), Status.REFUSED, refuse.id(), refuse.errors());
                    case RowPlan.Keep keep -> new RowResult(keep.row(), Status.UNCHANGED, keep.id(), List.of());
                    case RowPlan.Update update ->
                        new RowResult(
                                update.row(), Status.UPDATED, update.edited().id(), List.of());
                    case RowPlan.Create create ->
                        new RowResult(create.row(), Status.CREATED, ids.next().id(), List.of());
                })
                .toList();
    }

    /** The results of rows of which none was carried out, since some were wrong. */
    static List<RowResult> skipped(List<RowPlan> plans) {
        return plans.stream()
                .map(plan -> switch (plan) {
                    case RowPlan.Refuse refuse ->
                        new RowResult(refuse.row(), Status.REFUSED, refuse.id(), refuse.errors());
                    case RowPlan.Keep keep -> new RowResult(keep.row(), Status.SKIPPED, keep.id(), List.of());
                    case RowPlan.Update update ->
                        new RowResult(
                                update.row(), Status.SKIPPED, update.edited().id(), List.of());
                    case RowPlan.Create create -> new RowResult(create.row(), Status.SKIPPED, null, List.of());
                })
                .toList();
    }

    /** What a row did. */
    public enum Status {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED,
        /** It was right, but another was not and all were to be. */
        SKIPPED;

        /** The lower-case name used in the API and as a metric's label. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
