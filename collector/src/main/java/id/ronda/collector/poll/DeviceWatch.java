package id.ronda.collector.poll;

import id.ronda.collector.DeviceStatus;
import id.ronda.collector.GapReason;
import id.ronda.collector.snmp.SnmpFailure;
import id.ronda.collector.snmp.SnmpPeer;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One device under watch: its slots, its plan, its gaps. Its memory is touched by one cycle at a time; {@code busy} hands it from the
 * timetable to the event loop and back.
 */
final class DeviceWatch {

    private static final int FAILURES_UNTIL_DOWN = 2;

    private final PollOrder target;
    private final Slots slots;
    private final Poller poller;
    private final SnmpPeer peer;
    private final GapTracker gaps;
    private final UptimeWatch uptime = new UptimeWatch();
    private final Backoff backoff = new Backoff();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Looks looks;
    private volatile boolean open = true;
    private final AtomicReference<PlannedDevice.@Nullable Known> found = new AtomicReference<>();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private final AtomicInteger generation = new AtomicInteger();
    private volatile boolean planned;
    private long begunLate;
    private volatile long firstOverrun;
    private volatile long lastOverrun;
    private volatile PlannedDevice.@Nullable Unknown notFound;
    private @Nullable PollPlan plan;
    private @Nullable SampleReader reader;
    private boolean stale;
    private volatile long lastSlot;
    private long tableChange = -1;
    private @Nullable Instant lastAnswer;

    /** No slot up to the one where the last run ended is ever polled again. */
    DeviceWatch(PollOrder target, SnmpPeer peer, Poller poller, Resume resume) {
        this.target = target;
        this.peer = peer;
        this.poller = poller;
        this.lastSlot = resume.lastSlot();
        this.slots = Slots.of(target.id(), target.interval());
        this.gaps = new GapTracker(target.id().value(), resume.open(), poller.sink());
        this.looks = new Looks(poller, this);
    }

    PollOrder target() {
        return target;
    }

    SnmpPeer peer() {
        return peer;
    }

    /** Begins: a look at the device now, slots from the next one on. */
    void start() {
        if (lastSlot > 0) {
            gaps.deviceFailed(lastSlot + slots.intervalMillis(), GapReason.COLLECTOR_STOPPED);
        }
        looks.now();
        scheduleNext(lastSlot);
    }

    /** Ends: no further slot. Complete when a cycle that runs has ended too; from then on {@link #resume} stands still. */
    CompletableFuture<Void> stop() {
        open = false;
        endIfIdle();
        return idle;
    }

    private void endIfIdle() {
        if (!open && busy.compareAndSet(false, true)) {
            idle.complete(null);
        }
    }

    /** Grows with each restart of the device: what was seen in an earlier one may no longer be true. */
    int generation() {
        return generation.get();
    }

    /** Whether the device is polled. */
    boolean isPlanned() {
        return planned;
    }

    /** Where this watch is, for the one that follows it. */
    Resume resume() {
        return new Resume(lastSlot, gaps.open());
    }

    /** The device may be known better now. */
    void lookSoon() {
        looks.soon();
    }

    boolean isOpen() {
        return open;
    }

    private void scheduleNext(long after) {
        long slot = slots.after(Math.max(after, poller.clock().millis()));
        poller.timetable().at(slot, () -> slot(slot));
    }

    private void slot(long slot) {
        if (!open) {
            return;
        }
        scheduleNext(slot);
        long now = poller.clock().millis();
        if (slots.after(slot) <= now || !poller.believes(now)) {
            // The clock was set, or the process slept: this slot's time is gone. The next one tells the gap.
            return;
        }
        if (busy.compareAndSet(false, true)) {
            beginOrRelease(slot);
        } else {
            poller.counted().overrun();
            lastOverrun = slot;
            firstOverrun = firstOverrun == 0 ? slot : firstOverrun;
        }
    }

    private void beginOrRelease(long slot) {
        boolean asking = false;
        try {
            asking = begin(slot);
        } finally {
            if (!asking) {
                release();
            }
        }
    }

    private void release() {
        busy.set(false);
        endIfIdle();
    }

    /** Whether the device is being asked now. */
    private boolean begin(long slot) {
        adoptPlan();
        looks.dueAt(slot);
        settleOverruns();
        var current = plan;
        if (current == null || reader == null) {
            waitForPlan(slot);
            return false;
        }
        poller.counted().expected(current.size());
        noteSkippedSlots(slot);
        lastSlot = slot;
        if (!backoff.allows(slot)) {
            return false;
        }
        begunLate = poller.clock().millis() - slot;
        new PollCycle(poller.client(), peer, current, reader, slot, stale, this::ended).start(backoff.failures() > 0);
        return true;
    }

    /** A device known from before that cannot be found now has a gap with the reason of that, no longer the collector's. */
    private void waitForPlan(long slot) {
        var unknown = notFound;
        if (lastSlot > 0 && unknown != null && unknown.reason() != null) {
            gaps.deviceFailed(slot, unknown.reason());
            lastSlot = slot;
        }
    }

    /** Slots that came while the device was still busy with the one before are a gap: it did not answer in time. */
    private void settleOverruns() {
        if (firstOverrun != 0) {
            gaps.deviceOverrun(firstOverrun);
            lastSlot = Math.max(lastSlot, lastOverrun);
            firstOverrun = 0;
        }
    }

    /** Slots that nobody polled, because the process slept or the clock was set, are a gap of the collector's own. */
    private void noteSkippedSlots(long slot) {
        if (lastSlot > 0 && slot > lastSlot + slots.intervalMillis()) {
            gaps.deviceFailed(lastSlot + slots.intervalMillis(), GapReason.COLLECTOR_STOPPED);
        }
    }

    private void adoptPlan() {
        var known = found.getAndSet(null);
        if (known != null) {
            var before = plan;
            // A walk that broke off must not end the series it did not reach.
            var fresh = known.complete() || before == null || stale ? PollPlan.of(known) : before.joinedBy(known);
            plan = before == null ? fresh : fresh.after(before, stale);
            reader = new SampleReader(fresh, uptime, poller.counted());
            stale = false;
            planned = true;
        }
    }

    /** A look at the device gave this; called on any thread. */
    void looked(PlannedDevice result) {
        switch (result) {
            case PlannedDevice.Known known -> {
                notFound = null;
                found.set(known);
            }
            case PlannedDevice.Unknown unknown -> {
                notFound = unknown;
                reportUnknown(unknown);
            }
        }
    }

    private void reportUnknown(PlannedDevice.Unknown unknown) {
        var status = unknown.reason() == null ? DeviceStatus.UNKNOWN : DeviceStatus.DOWN;
        poller.report(new DeviceState(
                target.id(),
                status,
                lastAnswer,
                unknown.failure(),
                poller.clock().instant(),
                null));
    }

    private void ended(PollCycle.Ended cycle) {
        try {
            poller.counted().lateness(begunLate, cycle.sendNanos());
            var failure = cycle.failure();
            if (cycle.answered()) {
                answered(cycle);
            } else {
                failed(cycle.slot(), failure == null ? SnmpFailure.TIMEOUT : failure);
            }
            settleOverruns();
        } finally {
            release();
        }
    }

    private void answered(PollCycle.Ended cycle) {
        var samples = cycle.samples();
        var current = cycle.plan();
        backoff.answered();
        lastAnswer = Instant.ofEpochMilli(cycle.slot());
        gaps.deviceAnswered(cycle.slot());
        for (int i = 0; i < current.size(); i++) {
            gaps.series(current.series(i), cycle.slot(), samples.reason(i));
        }
        if (samples.count() > 0) {
            poller.sink().accept(samples.group(target.id().value(), cycle.slot(), current));
        }
        lookForChanges(samples);
        var failure = cycle.failure();
        if (failure != null) {
            poller.counted().failure(failure);
        }
        report(DeviceStatus.UP, failure == null ? null : failure.code(), cycle.slot());
    }

    private void lookForChanges(SlotSamples samples) {
        if (samples.restarted()) {
            generation.incrementAndGet();
            found.set(null);
            stale = true;
            looks.now();
        }
        if (samples.hasInterfaceChanged()) {
            looks.soon();
        }
        if (tableChange >= 0 && samples.tableChange() >= 0 && samples.tableChange() != tableChange) {
            looks.soon();
        }
        tableChange = samples.tableChange();
    }

    private void failed(long slot, SnmpFailure failure) {
        poller.counted().failure(failure);
        backoff.failed(slot, slots.intervalMillis());
        gaps.deviceFailed(slot, PollCycle.reasonOf(failure));
        var status = backoff.failures() >= FAILURES_UNTIL_DOWN ? DeviceStatus.DOWN : DeviceStatus.UP;
        report(status, failure.code(), slot);
    }

    private void report(DeviceStatus status, @Nullable String failure, long slot) {
        double seconds = uptime.seconds();
        poller.report(new DeviceState(
                target.id(),
                status,
                lastAnswer,
                failure,
                failure == null ? null : Instant.ofEpochMilli(slot),
                Double.isNaN(seconds) ? null : seconds));
    }
}
