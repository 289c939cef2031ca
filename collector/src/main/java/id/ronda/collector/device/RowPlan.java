package id.ronda.collector.device;

import id.ronda.collector.DeviceId;
import id.ronda.collector.Reach;
import id.ronda.identity.UnitId;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.JsonBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one of many rows will do. */
sealed interface RowPlan {

    /** As in {@link FormRow}. */
    int row();

    /**
     * The same, unless its editor may not make a device so.
     *
     * @param meant the units that offices mean
     */
    default RowPlan allowed(Editor by, Map<String, UnitId> meant) {
        return switch (this) {
            case Create create ->
                refused(by.against(create.draft(), DeviceUnitsStore.unit(meant, create.draft())), null, this);
            case Update update -> {
                UnitId unit = DeviceUnitsStore.unit(meant, update.edited().draft());
                yield refused(
                        by.against(update.edited().draft(), unit),
                        update.edited().id(),
                        new Update(update.row(), update.edited().in(unit)));
            }
            case Refuse refuse -> refuse;
            case Keep keep -> keep;
        };
    }

    private static RowPlan refused(List<FieldError> errors, @Nullable DeviceId id, RowPlan plan) {
        return errors.isEmpty() ? plan : new Refuse(plan.row(), id, errors);
    }

    /** What a device will be as the row says, or empty if it makes none so. */
    default Optional<DeviceDraft> wanted() {
        return switch (this) {
            case Create create -> Optional.of(create.draft());
            case Update update -> Optional.of(update.edited().draft());
            case Refuse refuse -> Optional.empty();
            case Keep keep -> Optional.empty();
        };
    }

    /**
     * Nothing, for these reasons.
     *
     * @param id of the device that the row is about, or that is in its way; null if there is none of which the editor is told
     */
    record Refuse(int row, @Nullable DeviceId id, List<FieldError> errors) implements RowPlan {}

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
     * @param writes the devices that may be changed
     */
    static RowPlan of(JudgedRow judged, @Nullable KnownDevice known, boolean fromFile, Reach writes) {
        return switch (judged) {
            case JudgedRow.Wrong wrong -> new Refuse(wrong.row(), null, wrong.errors());
            case JudgedRow.Right right ->
                known == null
                        ? new Create(right.row(), right.draft())
                        : known.isIn(writes) ? edit(right, known, fromFile) : foreign(right);
        };
    }

    /** Not even whether it is as the row says is told. */
    private static RowPlan foreign(JudgedRow.Right right) {
        return new Refuse(
                right.row(),
                null,
                List.of(new FieldError(
                        "/address",
                        "is a device that is not yours to edit",
                        "adalah perangkat yang tidak boleh Anda ubah")));
    }

    /**
     * Decides a row that only adds.
     *
     * @param there the device that is the same, or null
     */
    static RowPlan addition(JudgedRow judged, @Nullable KnownDevice there, Editor by) {
        return there == null ? of(judged, null, false, by.writes()) : sameAs(judged.row(), null, there, by);
    }

    /**
     * Refuses a row that would make its device the same as that one.
     *
     * @param id of the device that the row is about, if there is one already
     */
    static RowPlan sameAs(int row, @Nullable DeviceId id, KnownDevice there, Editor by) {
        boolean told = by.knowsOf(there);
        String which = told ? " " + there.id() : "";
        return new Refuse(
                row,
                id == null && told ? there.id() : id,
                List.of(new FieldError(
                        "/address",
                        "with port and credential is that of another device" + which,
                        "dengan port dan kredensial adalah milik perangkat lain" + which)));
    }

    private static RowPlan edit(JudgedRow.Right right, KnownDevice known, boolean fromFile) {
        return switch (DeviceForm.parse(known.draft(), right.form())) {
            case JsonBody.Refused<DeviceDraft> refused ->
                new Refuse(right.row(), known.id(), refused.problem().errors());
            case JsonBody.Read<DeviceDraft> read -> {
                KnownDevice edited = known.with(fromFile || known.fromFile(), read.value());
                yield edited.equals(known) ? new Keep(right.row(), known.id()) : new Update(right.row(), edited);
            }
        };
    }
}
