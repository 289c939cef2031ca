package id.ronda.collector.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.DeviceId;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Merge patches of many devices, each with the {@code id} of its device and maybe the {@code revision} on which it was made. */
final class RowEdits {

    private static final String ID = "id";
    private static final String REVISION = "revision";

    private final List<FormRow> rows;
    private final Editor by;
    private final Function<DeviceDraft, DeviceKey> keyOf;

    /**
     * Edits to plan.
     *
     * @param by who edits
     * @param keyOf what makes a device the same as another
     */
    RowEdits(List<FormRow> rows, Editor by, Function<DeviceDraft, DeviceKey> keyOf) {
        this.rows = List.copyOf(rows);
        this.by = by;
        this.keyOf = keyOf;
    }

    /** The devices that are named, whether there are such or not. */
    List<DeviceId> ids() {
        return rows.stream()
                .map(row -> row.form().path(ID))
                .filter(RowEdits::isId)
                .map(id -> new DeviceId(id.longValue()))
                .distinct()
                .toList();
    }

    private static boolean isId(JsonNode id) {
        return id.isIntegralNumber() && id.canConvertToLong();
    }

    /**
     * What each row will do, as far as it is about its own device.
     *
     * @param known the devices that are there; of some of them the editor may not be told
     */
    List<RowPlan> judged(Map<DeviceId, KnownDevice> known) {
        Map<DeviceId, Integer> firsts = new HashMap<>();
        return rows.stream().map(row -> judged(row, known, firsts)).toList();
    }

    private RowPlan judged(FormRow row, Map<DeviceId, KnownDevice> known, Map<DeviceId, Integer> firsts) {
        JsonNode id = row.form().path(ID);
        KnownDevice device = isId(id) ? told(known.get(new DeviceId(id.longValue()))) : null;
        DeviceId there = device == null ? null : device.id();
        if (!row.errors().isEmpty()) {
            return new RowPlan.Refuse(row.row(), there, row.errors());
        }
        if (device == null) {
            return refuse(
                    row,
                    null,
                    isId(id)
                            ? error(ID, "is the id of no device", "bukan id perangkat mana pun")
                            : new FieldError("/" + ID, JsonFields.REQUIRED));
        }
        if (!device.isIn(by.writes())) {
            return refuse(row, there, error(ID, "is not yours to edit", "tidak boleh Anda ubah"));
        }
        if (isStale(row, device)) {
            return refuse(
                    row,
                    there,
                    error(
                            REVISION,
                            "is " + device.revision() + " now; read it again",
                            "sekarang " + device.revision() + "; bacalah lagi"));
        }
        Integer first = firsts.putIfAbsent(device.id(), row.row());
        return first == null
                ? merged(row, device)
                : refuse(
                        row,
                        there,
                        error(ID, "is changed by row " + first + " already", "sudah diubah oleh baris " + first));
    }

    private @Nullable KnownDevice told(@Nullable KnownDevice device) {
        return device != null && by.knowsOf(device) ? device : null;
    }

    private static boolean isStale(FormRow row, KnownDevice device) {
        JsonNode revision = row.form().path(REVISION);
        return row.form().hasNonNull(REVISION) && revision.longValue() != device.revision();
    }

    private static RowPlan merged(FormRow row, KnownDevice device) {
        ObjectNode patch = row.form().deepCopy();
        patch.remove(List.of(ID, REVISION));
        return switch (DeviceForm.parse(device.draft(), patch)) {
            case JsonBody.Refused<DeviceDraft> refused ->
                new RowPlan.Refuse(row.row(), device.id(), refused.problem().errors());
            case JsonBody.Read<DeviceDraft> read ->
                read.value().equals(device.draft())
                        ? new RowPlan.Keep(row.row(), device.id())
                        : new RowPlan.Update(row.row(), device.with(device.fromFile(), read.value()));
        };
    }

    /** What devices will be after these plans; others may be the same already. */
    Collection<DeviceKey> keys(List<RowPlan> plans) {
        return plans.stream()
                .flatMap(plan -> plan instanceof RowPlan.Update update
                        ? List.of(keyOf.apply(update.edited().draft())).stream()
                        : List.<DeviceKey>of().stream())
                .distinct()
                .toList();
    }

    /** The same plans without those that would make a device the same as another, also as one that is moved away meanwhile. */
    List<RowPlan> distinct(List<RowPlan> plans, Map<DeviceKey, KnownDevice> there) {
        Map<DeviceKey, KnownDevice> taken = new HashMap<>(there);
        List<RowPlan> distinct = new ArrayList<>();
        for (RowPlan plan : plans) {
            distinct.add(plan instanceof RowPlan.Update update ? distinct(update, taken) : plan);
        }
        return distinct;
    }

    private RowPlan distinct(RowPlan.Update update, Map<DeviceKey, KnownDevice> taken) {
        KnownDevice edited = update.edited();
        KnownDevice owner = taken.putIfAbsent(keyOf.apply(edited.draft()), edited);
        return owner == null || owner.id().equals(edited.id())
                ? update
                : RowPlan.sameAs(update.row(), edited.id(), owner, by);
    }

    private static RowPlan refuse(FormRow row, @Nullable DeviceId id, FieldError error) {
        return new RowPlan.Refuse(row.row(), id, List.of(error));
    }

    private static FieldError error(String field, String en, String id) {
        return new FieldError("/" + field, en, id);
    }
}
