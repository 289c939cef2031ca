package id.ronda.dashboards.live;

import id.ronda.collector.DeviceId;
import id.ronda.collector.Reach;
import id.ronda.collector.SampleBatch;
import id.ronda.collector.SampleFeed;
import id.ronda.dashboards.directory.ByReach;
import id.ronda.dashboards.directory.DeviceDirectory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the batches of the feed to the open pages. The feed's thread only looks up and copies numbers; everything else is
 * done on the event loop of each page, two times a second.
 */
public final class LiveHub implements AutoCloseable {

    /** Open pages; each holds a connection and about 100 kB. */
    static final int MOST_CLIENTS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
    private static final long TURN_MILLIS = 500;
    private static final long SIGHT_MILLIS = 5_000;
    private static final long STATES_MILLIS = DeviceDirectory.FRESH.toMillis();

    private final Vertx vertx;
    private final ByReach<DeviceDirectory> directories;
    private final Clock clock;
    private final LatestSamples latest;
    private final List<LiveClient> clients = new CopyOnWriteArrayList<>();
    private final SampleFeed feed;
    private SampleFeed.@Nullable Subscription subscription;
    private final Counter lost;
    private final Counter refused;
    private final Counter unread;

    public LiveHub(
            Vertx vertx,
            SampleFeed feed,
            LatestSamples latest,
            ByReach<DeviceDirectory> directories,
            Clock clock,
            MeterRegistry meters) {
        this.vertx = vertx;
        this.feed = feed;
        this.directories = directories;
        this.clock = clock;
        this.latest = latest;
        this.lost = counter(meters, "ronda.live.samples.lost", "Samples not shown live because a page was too slow");
        this.refused = counter(meters, "ronda.live.refused", "Pages that got no live data because too many are open");
        this.unread = counter(meters, "ronda.live.states.unread", "Readings of the devices' states that failed");
        Gauge.builder("ronda.live.clients", clients, List::size)
                .description("Open pages with live data")
                .register(meters);
    }

    /** Begins to listen to the feed. */
    public void start() {
        subscription = feed.subscribe(this::accept);
    }

    /** Whether one more page can be served; a refusal is counted. */
    boolean hasRoom() {
        boolean room = clients.size() < MOST_CLIENTS;
        if (!room) {
            refused.increment();
        }
        return room;
    }

    /**
     * Serves a page until it goes or its reader's rights are others: he then asks anew. Called on the page's event loop, where its
     * timers then run.
     *
     * @param sights what the reader sees now
     */
    void join(LiveClient client, Supplier<Future<LiveSight>> sights) {
        long turns = vertx.setPeriodic(TURN_MILLIS, timer -> lost.increment((double) client.turn(clock.instant())));
        long states = vertx.setPeriodic(0, STATES_MILLIS, timer -> states(client));
        long looks = vertx.setPeriodic(SIGHT_MILLIS, timer -> look(client, sights));
        clients.add(client);
        client.onClose(() -> {
            vertx.cancelTimer(looks);
            vertx.cancelTimer(turns);
            vertx.cancelTimer(states);
            clients.remove(client);
        });
    }

    /** The number of open pages. */
    int size() {
        return clients.size();
    }

    /** Ends all streams. */
    @Override
    public void close() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
        clients.forEach(LiveClient::end);
    }

    private void accept(SampleBatch batch) {
        latest.accept(batch);
        for (LiveClient client : clients) {
            for (int i = 0; i < batch.size(); i++) {
                client.offer(batch.series()[i], batch.slots()[i], batch.values()[i]);
            }
        }
    }

    private void states(LiveClient client) {
        Reach reach = client.sight().devices();
        directories
                .of(reach)
                .of(client.devices(), () -> shownDevices(reach))
                .onSuccess(all -> client.states(all.states(), clock.instant()))
                .onFailure(this::unread);
    }

    /** Who cannot be asked for is left alone: the database is away for everybody. */
    private void look(LiveClient client, Supplier<Future<LiveSight>> sights) {
        sights.get().onFailure(this::unread).onSuccess(now -> {
            if (!now.equals(client.sight())) {
                client.end();
            }
        });
    }

    private Set<DeviceId> shownDevices(Reach reach) {
        return clients.stream()
                .filter(client -> client.sight().devices().equals(reach))
                .flatMap(client -> client.devices().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The page says by itself how old what it shows is; the reason is for the one who keeps the server. */
    private void unread(Throwable cause) {
        unread.increment();
        LOG.debug("the states of the devices could not be read for the open pages", cause);
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }
}
