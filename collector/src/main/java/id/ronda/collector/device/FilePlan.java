package id.ronda.collector.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.DeviceId;
import id.ronda.collector.Reach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the watched file does to the devices: its rows add and change, a row that is gone disables. Pure.
 *
 * @param disabled the devices of rows that are gone, already switched off
 * @param held true if none may be disabled: the end may be missing, or a row is so wrong that it may be about any device
 */
record FilePlan(List<RowPlan> rows, List<KnownDevice> disabled, boolean held) {

    /** Where a device is asked: what stays when its credential is changed. */
    private record Place(@Nullable String address, int port) {
        static Place of(DeviceDraft draft) {
            return new Place(draft.address(), draft.port());
        }
    }

    /**
     * Decides the whole file.
     *
     * @param all every device there is, by its key
     * @param whole false if the end of the file may be missing: then none is disabled
     */
    static FilePlan of(List<JudgedRow> rows, Map<DeviceKey, KnownDevice> all, boolean whole) {
        rows.forEach(row -> enableUnlessSaid(row.form()));
        Map<DeviceKey, KnownDevice> gone = new HashMap<>(all);
        gone.values().removeIf(device -> !device.fromFile());
        rows.forEach(row -> {
            if (row instanceof JudgedRow.Right right) {
                gone.remove(right.key());
            }
        });
        Map<DeviceKey, KnownDevice> known = new HashMap<>(all);
        known.putAll(withNewCredentials(rows, all, gone));
        List<RowPlan> plans = rows.stream()
                .map(row -> RowPlan.of(
                        row,
                        row instanceof JudgedRow.Right right ? known.get(right.key()) : null,
                        true,
                        Reach.EVERYTHING))
                .toList();
        Set<DeviceId> renewed = new HashSet<>();
        plans.forEach(plan -> {
            if (plan instanceof RowPlan.Update update) {
                renewed.add(update.edited().id());
            }
        });
        gone.values().removeIf(device -> renewed.contains(device.id()));
        return disabling(plans, rows, gone, whole);
    }

    // A row that came back switches its device on again; a column "enabled" has the last word.
    private static void enableUnlessSaid(ObjectNode form) {
        if (!form.hasNonNull("enabled")) {
            form.put("enabled", true);
        }
    }

    /** One row gone and one new at the same place is the same device with another credential: it keeps its history. */
    private static Map<DeviceKey, KnownDevice> withNewCredentials(
            List<JudgedRow> rows, Map<DeviceKey, KnownDevice> all, Map<DeviceKey, KnownDevice> gone) {
        Map<Place, List<KnownDevice>> left = new HashMap<>();
        gone.values()
                .forEach(device -> left.computeIfAbsent(Place.of(device.draft()), place -> new ArrayList<>())
                        .add(device));
        Map<Place, List<DeviceKey>> came = new HashMap<>();
        rows.forEach(row -> {
            if (row instanceof JudgedRow.Right right && !all.containsKey(right.key())) {
                came.computeIfAbsent(Place.of(right.draft()), place -> new ArrayList<>())
                        .add(right.key());
            }
        });
        Map<DeviceKey, KnownDevice> same = new HashMap<>();
        came.forEach((place, keys) -> {
            List<KnownDevice> devices = left.getOrDefault(place, List.of());
            if (keys.size() == 1 && devices.size() == 1) {
                same.put(keys.getFirst(), devices.getFirst());
            }
        });
        return same;
    }

    /** A row that is wrong is not gone: a typing error must not end the watch over a device. */
    private static FilePlan disabling(
            List<RowPlan> plans, List<JudgedRow> rows, Map<DeviceKey, KnownDevice> gone, boolean whole) {
        Set<Place> wrong = new HashSet<>();
        rows.forEach(row -> {
            if (row instanceof JudgedRow.Wrong) {
                wrong.add(place(row.form()));
            }
        });
        boolean held = !whole || wrong.stream().anyMatch(place -> place.address() == null);
        List<KnownDevice> disabled = gone.values().stream()
                .filter(device -> device.draft().enabled())
                .filter(device -> !held && !wrong.contains(Place.of(device.draft())))
                .map(FilePlan::switchedOff)
                .toList();
        return new FilePlan(plans, disabled, held);
    }

    private static Place place(ObjectNode form) {
        String address = DeviceAddress.parse(form.path("address").asText("")) instanceof DeviceAddress.Accepted accepted
                ? accepted.text()
                : null;
        return form.path("port").isInt() || !form.hasNonNull("port")
                ? new Place(address, form.path("port").asInt(SourceKind.of(form).port()))
                : new Place(null, 0);
    }

    private static KnownDevice switchedOff(KnownDevice device) {
        return device.with(true, device.draft().withEnabled(false));
    }
}
