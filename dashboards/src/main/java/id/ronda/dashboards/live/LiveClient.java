package id.ronda.dashboards.live;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceStates;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.StatusCounts;
import id.ronda.dashboards.live.SampleBacklog.Sample;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One open page. What happened waits here until its next turn, at most two a second; while its connection is full it waits
 * longer, and then loses its oldest samples. All but {@link #offer} runs on the page's event loop.
 */
final class LiveClient {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int LEAST_BACKLOG = 4_096;

    private final EventStream stream;
    private final LiveSight sight;
    private final Set<DeviceId> devices;
    private final DeviceState.Wording wording;
    private final Map<Long, DeviceState> sentStates = new HashMap<>();
    private final BitSet series;
    private final SampleBacklog backlog;
    private @Nullable StatusCounts sentCounts;
    private Instant lastEvent = Instant.EPOCH;
    private boolean missed;

    /**
     * A page with nothing sent yet.
     *
     * @param sight what its reader saw when he opened it
     * @param devices whose states the page shows
     * @param series whose samples it shows
     */
    LiveClient(EventStream stream, LiveSight sight, Set<DeviceId> devices, DeviceState.Wording wording, BitSet series) {
        this.stream = stream;
        this.sight = sight;
        this.devices = Set.copyOf(devices);
        this.wording = wording;
        this.series = series;
        this.backlog = new SampleBacklog(Math.max(LEAST_BACKLOG, 4 * series.cardinality()));
    }

    /** What its reader saw when he opened it. */
    LiveSight sight() {
        return sight;
    }

    /** The devices whose states it shows. */
    Set<DeviceId> devices() {
        return devices;
    }

    /** The series it wants; never changed after it was handed out. */
    BitSet series() {
        return series;
    }

    /** Keeps a sample if the page wants it. Called by the storing thread. */
    void offer(int id, long slot, double value) {
        if (id >= 0 && series.get(id)) {
            backlog.offer(id, slot, value);
        }
    }

    /** Sends what waits, if the connection takes it. Returns how many samples were lost since the last turn. */
    long turn(Instant now) {
        long lost = backlog.takeLost();
        missed |= lost > 0;
        if (!stream.full()) {
            sendWaiting(backlog.drain(), now);
        }
        return lost;
    }

    private void sendWaiting(List<Sample> waiting, Instant now) {
        if (missed) {
            // What waits is stored already: the page reads it together with what was lost.
            send("reload", new JsonObject(), now);
            missed = false;
        } else if (!waiting.isEmpty()) {
            send("samples", samples(waiting), now);
        }
        if (Duration.between(lastEvent, now).compareTo(HEARTBEAT) >= 0) {
            send("beat", new JsonObject().put("at", now.toEpochMilli() / 1000.0), now);
        }
    }

    /** Tells which of its devices changed, and how many there are in each state. Ends when one of them is no longer seen. */
    void states(DeviceStates now, Instant at) {
        if (hasLost(now.devices())) {
            end();
            return;
        }
        if (stream.full()) {
            return;
        }
        JsonArray changed = new JsonArray();
        for (Device device : now.devices()) {
            if (devices.contains(device.id())) {
                DeviceState state = wording.of(device);
                if (!state.equals(sentStates.put(state.id(), state))) {
                    changed.add(state.json());
                }
            }
        }
        if (!changed.isEmpty() || !now.counts().equals(sentCounts)) {
            send("states", new JsonObject().put("devices", changed).put("counts", counts(now.counts())), at);
            sentCounts = now.counts();
        }
    }

    private boolean hasLost(List<Device> seen) {
        Set<Long> ids = seen.stream().map(device -> device.id().value()).collect(Collectors.toSet());
        return !ids.containsAll(sentStates.keySet());
    }

    void onClose(Runnable closed) {
        stream.onClose(closed);
    }

    void end() {
        stream.end();
    }

    private void send(String event, JsonObject data, Instant now) {
        stream.send(event, data);
        lastEvent = now;
    }

    /** {@code {"slots": [{"t": seconds, "v": {"series": value}}]}}, ascending. */
    private static JsonObject samples(List<Sample> samples) {
        Map<Long, JsonObject> bySlot = new TreeMap<>();
        for (Sample sample : samples) {
            if (Double.isFinite(sample.value())) {
                bySlot.computeIfAbsent(sample.slot(), slot -> new JsonObject())
                        .put(Integer.toString(sample.series()), sample.value());
            }
        }
        JsonArray slots = new JsonArray();
        bySlot.forEach((slot, values) ->
                slots.add(new JsonObject().put("t", slot / 1000.0).put("v", values)));
        return new JsonObject().put("slots", slots);
    }

    private static JsonObject counts(StatusCounts counts) {
        JsonObject json = new JsonObject().put("all", counts.all());
        for (DeviceStatus status : DeviceStatus.values()) {
            json.put(status.code(), counts.of(status));
        }
        return json;
    }
}
