package id.ronda.collector.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.DeviceAdded;
import id.ronda.collector.DeviceChanged;
import id.ronda.collector.DeviceDiscovered;
import id.ronda.collector.DeviceId;
import id.ronda.collector.discovery.Inventory;
import id.ronda.identity.AuditTrail;
import id.ronda.identity.UnitId;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.Work;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.Precondition;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.outbox.Fact;
import id.ronda.kernel.outbox.Outbox;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Where devices are added and edited. Each change is one transaction with the fact that tells of it; after its commit the
 * registry shows it.
 */
public final class DeviceDesk {

    private final Database database;
    private final PostgresDeviceStore devices;
    private final PostgresFindingStore findings;
    private final DeviceRegistry registry;
    private final Outbox outbox;
    private final InstantSource clock;
    private final AuditTrail trail;
    private final DeviceUnitsStore units = new DeviceUnitsStore();

    DeviceDesk(
            Database database,
            PostgresDeviceStore devices,
            PostgresFindingStore findings,
            DeviceRegistry registry,
            Outbox outbox,
            InstantSource clock) {
        this.database = database;
        this.devices = devices;
        this.findings = findings;
        this.registry = registry;
        this.outbox = outbox;
        this.clock = clock;
        this.trail = new AuditTrail(clock);
    }

    /** What comes of adding a device. */
    public sealed interface Added {
        /** It is new. */
        record New(DeviceId id) implements Added {}

        /**
         * It was there before: the same address, port, version and community or user. Nothing was changed.
         *
         * @param id null if it is one of which whoever adds is not told
         */
        record Before(@Nullable DeviceId id) implements Added {}

        /** Whoever adds may not make such a device. */
        record Refused(Problem problem) implements Added {}
    }

    /** What comes of an edit. */
    public sealed interface Edited {
        /** The device is as the edit says; the revision is the same as before if it already was. */
        record Done(DeviceId id) implements Edited {}

        /** There is no such device of which whoever edits is told. */
        record Unknown() implements Edited {}

        /**
         * The edit made it the same as another device.
         *
         * @param other null if it is one of which whoever edits is not told
         */
        record SameAs(@Nullable DeviceId other) implements Edited {}

        /** The edit was made on another state, makes no sense or is not allowed. */
        record Refused(Problem problem) implements Edited {}
    }

    /** A change with the devices it wrote, for the registry. */
    private record Change<T>(T result, List<KnownDevice> written) {}

    /**
     * Reads all devices into the registry; at the start, before anything is polled. Which units they belong to is looked up anew, since
     * this version may know other abbreviations of names. Blocks.
     */
    public void load() {
        database.run(Lane.EDITS, units.follow());
        registry.put(database.run(Lane.EDITS, devices::all));
    }

    /** Adds a device. */
    public Future<Added> add(Editor by, DeviceDraft draft) {
        return change(handle -> {
            open(handle, by);
            Map<String, UnitId> meant = units.meant(handle, List.of(draft));
            List<FieldError> against = by.against(draft, DeviceUnitsStore.unit(meant, draft));
            if (!against.isEmpty()) {
                return new Change<>(new Added.Refused(Problem.fields(against)), List.of());
            }
            DeviceKey key = devices.key(draft);
            KnownDevice before = devices.known(handle, List.of(key)).get(key);
            if (before != null) {
                return new Change<>(new Added.Before(toldTo(by, before)), List.of());
            }
            List<KnownDevice> added = insert(handle, List.of(draft), meant, false);
            return new Change<>(new Added.New(added.getFirst().id()), added);
        });
    }

    private static @Nullable DeviceId toldTo(Editor by, KnownDevice device) {
        return by.knowsOf(device) ? device.id() : null;
    }

    /**
     * Lays a merge patch over a device.
     *
     * @param precondition judges the revision that is there
     */
    public Future<Edited> edit(Editor by, DeviceId id, ObjectNode patch, LongFunction<Precondition> precondition) {
        return change(handle -> {
            open(handle, by);
            KnownDevice known = devices.known(handle, id).filter(by::knowsOf).orElse(null);
            if (known == null) {
                return new Change<>(new Edited.Unknown(), List.of());
            }
            return known.isIn(by.writes())
                    ? edit(handle, by, known, patch, precondition.apply(known.revision()))
                    : refused(Problem.of(403, "forbidden", "This is not allowed.", "The device is not yours to edit."));
        });
    }

    /** Begins a change: one at a time, in the name of whoever is at the desk. */
    private void open(Handle handle, Editor by) {
        PostgresDeviceStore.lock(handle);
        trail.begin(handle, by.actor());
    }

    private Change<Edited> edit(
            Handle handle, Editor by, KnownDevice known, ObjectNode patch, Precondition precondition) {
        if (precondition instanceof Precondition.Failed failed) {
            return refused(failed.problem());
        }
        return switch (DeviceForm.parse(known.draft(), patch)) {
            case JsonBody.Refused<DeviceDraft> refused -> refused(refused.problem());
            case JsonBody.Read<DeviceDraft> read -> edit(handle, by, known, read.value());
        };
    }

    private static Change<Edited> refused(Problem problem) {
        return new Change<>(new Edited.Refused(problem), List.of());
    }

    private Change<Edited> edit(Handle handle, Editor by, KnownDevice known, DeviceDraft draft) {
        UnitId unit = DeviceUnitsStore.unit(units.meant(handle, List.of(draft)), draft);
        List<FieldError> against = by.against(draft, unit);
        if (!against.isEmpty()) {
            return refused(Problem.fields(against));
        }
        DeviceKey key = devices.key(draft);
        KnownDevice same = devices.known(handle, List.of(key)).get(key);
        if (same != null && !same.id().equals(known.id())) {
            return new Change<>(new Edited.SameAs(toldTo(by, same)), List.of());
        }
        List<KnownDevice> edited = draft.equals(known.draft())
                ? List.of()
                : update(handle, List.of(known.with(known.fromFile(), draft).in(unit)));
        return new Change<>(new Edited.Done(known.id()), edited);
    }

    /**
     * Takes the rows of a CSV text in: new devices are added, known ones edited, wrong rows refused one by one.
     *
     * @param atomic whether nothing is written unless every row is right
     */
    public Future<RowResults> importRows(Editor by, List<FormRow> rows, boolean atomic) {
        List<JudgedRow> judged = JudgedRow.all(rows, devices::key);
        return bulk(
                by,
                atomic,
                handle -> plans(handle, judged, (row, known) -> RowPlan.of(row, known, false, by.writes())));
    }

    /** Adds the devices of rows; one that is there already is refused like a wrong one. */
    public Future<RowResults> addRows(Editor by, List<FormRow> rows, boolean atomic) {
        List<JudgedRow> judged = JudgedRow.all(rows, devices::key);
        return bulk(by, atomic, handle -> plans(handle, judged, (row, there) -> RowPlan.addition(row, there, by)));
    }

    /** Lays merge patches over devices, each row with the {@code id} of its device and maybe its {@code revision}. */
    public Future<RowResults> editRows(Editor by, List<FormRow> rows, boolean atomic) {
        RowEdits edits = new RowEdits(rows, by, devices::key);
        return bulk(by, atomic, handle -> {
            List<RowPlan> plans = edits.judged(devices.knownById(handle, edits.ids()));
            return edits.distinct(plans, devices.known(handle, edits.keys(plans)));
        });
    }

    private List<RowPlan> plans(
            Handle handle, List<JudgedRow> judged, BiFunction<JudgedRow, @Nullable KnownDevice, RowPlan> plan) {
        Map<DeviceKey, KnownDevice> known = devices.known(
                handle,
                judged.stream()
                        .filter(JudgedRow.Right.class::isInstance)
                        .map(row -> ((JudgedRow.Right) row).key())
                        .toList());
        return judged.stream()
                .map(row -> plan.apply(row, row instanceof JudgedRow.Right right ? known.get(right.key()) : null))
                .toList();
    }

    private Future<RowResults> bulk(Editor by, boolean atomic, Work<List<RowPlan>> planning) {
        return change(handle -> {
            open(handle, by);
            Allowed allowed = allowed(handle, by, planning.in(handle));
            if (atomic && allowed.plans().stream().anyMatch(RowPlan.Refuse.class::isInstance)) {
                return new Change<>(new RowResults(RowResult.skipped(allowed.plans()), false), List.of());
            }
            Change<List<RowResult>> done = carryOut(handle, allowed, List.of(), false);
            return new Change<>(new RowResults(done.result(), true), done.written());
        });
    }

    /**
     * Makes the devices what the watched file says: its rows like {@link #importRows}, and the devices of rows that are
     * gone are disabled. Blocks.
     *
     * @param whole false if the end of the file may be missing: then none is disabled
     */
    FileResult replaceFile(Editor by, List<FormRow> rows, boolean whole) {
        List<JudgedRow> judged = JudgedRow.all(rows, devices::key);
        Change<FileResult> change = database.run(Lane.EDITS, handle -> {
            open(handle, by);
            Map<DeviceKey, KnownDevice> all = new LinkedHashMap<>();
            devices.all(handle).forEach(device -> all.put(devices.key(device.draft()), device));
            FilePlan plan = FilePlan.of(judged, all, whole);
            Change<List<RowResult>> done = carryOut(handle, allowed(handle, by, plan.rows()), plan.disabled(), true);
            List<DeviceId> disabled =
                    plan.disabled().stream().map(KnownDevice::id).toList();
            return new Change<>(new FileResult(done.result(), disabled, plan.held()), done.written());
        });
        registry.put(change.written());
        return change.result();
    }

    /**
     * What the watched file did.
     *
     * @param disabled devices of rows that are gone
     * @param held true if none could be disabled, see {@link FilePlan}
     */
    record FileResult(List<RowResult> rows, List<DeviceId> disabled, boolean held) {}

    /**
     * Plans of which none goes beyond its editor's rights.
     *
     * @param meant the units that their offices mean
     */
    private record Allowed(List<RowPlan> plans, Map<String, UnitId> meant) {}

    private Allowed allowed(Handle handle, Editor by, List<RowPlan> planned) {
        Map<String, UnitId> meant = units.meant(
                handle,
                planned.stream().map(RowPlan::wanted).flatMap(Optional::stream).toList());
        return new Allowed(planned.stream().map(plan -> plan.allowed(by, meant)).toList(), meant);
    }

    private Change<List<RowResult>> carryOut(
            Handle handle, Allowed allowed, List<KnownDevice> disabled, boolean fromFile) {
        List<DeviceDraft> drafts = new ArrayList<>();
        List<KnownDevice> edits = new ArrayList<>(disabled);
        for (RowPlan plan : allowed.plans()) {
            switch (plan) {
                case RowPlan.Create create -> drafts.add(create.draft());
                case RowPlan.Update update -> edits.add(update.edited());
                case RowPlan.Keep keep -> {}
                case RowPlan.Refuse refuse -> {}
            }
        }
        List<KnownDevice> added = insert(handle, drafts, allowed.meant(), fromFile);
        List<KnownDevice> written = new ArrayList<>(added);
        written.addAll(update(handle, edits));
        return new Change<>(RowResult.of(allowed.plans(), added), written);
    }

    private List<KnownDevice> insert(
            Handle handle, List<DeviceDraft> drafts, Map<String, UnitId> meant, boolean fromFile) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<KnownDevice> added = devices.insert(handle, drafts, meant, fromFile, now);
        tell(
                handle,
                added.stream().map(device -> new DeviceAdded(device.id(), now)).toList());
        return added;
    }

    private List<KnownDevice> update(Handle handle, List<KnownDevice> edits) {
        if (edits.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<KnownDevice> written = devices.update(handle, edits);
        tell(
                handle,
                written.stream()
                        .map(device -> new DeviceChanged(
                                device.id(), device.revision(), device.draft().enabled(), now))
                        .toList());
        return written;
    }

    private void tell(Handle handle, List<? extends Fact> facts) {
        outbox.appendAll(handle, facts);
    }

    /** The interfaces that somebody wants measured though they come and go, see {@link PollTarget#watched}. */
    public Set<String> watched(DeviceId id) {
        return registry.find(id).map(PollTarget::watched).orElse(Set.of());
    }

    /** Stores how devices are, all in one statement. */
    public Future<Void> saveStatus(List<DeviceStatusUpdate> updates) {
        return database.call(Lane.EDITS, handle -> {
                    findings.saveStatus(handle, updates);
                    return true;
                })
                .mapEmpty();
    }

    /**
     * Stores what a look at a device found; what an incomplete look did not see stays.
     *
     * @return false if there is no such device
     */
    public Future<Boolean> saveInventory(DeviceId id, Inventory inventory) {
        Instant now = clock.instant();
        return database.call(Lane.EDITS, handle -> {
            boolean saved = findings.save(handle, id, inventory, now);
            if (saved) {
                tell(handle, List.of(new DeviceDiscovered(id, inventory.identity(), inventory.complete(), now)));
            }
            return saved;
        });
    }

    private <T> Future<T> change(Work<Change<T>> work) {
        return database.call(Lane.EDITS, work).map(change -> {
            registry.put(change.written());
            return change.result();
        });
    }
}
