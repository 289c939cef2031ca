package id.ronda.collector;

import id.ronda.collector.device.DeviceCsv;
import id.ronda.collector.device.DeviceParts;
import id.ronda.collector.device.DeviceUnitsStore;
import id.ronda.collector.device.DevicesFileWatch;
import id.ronda.collector.device.Editor;
import id.ronda.collector.device.RowResult;
import id.ronda.collector.http.CollectorRoutes;
import id.ronda.collector.live.LatestSamples;
import id.ronda.collector.profile.ProfileFolder;
import id.ronda.collector.store.StoredLatest;
import id.ronda.identity.UnitFollower;
import id.ronda.kernel.ModuleLife;
import id.ronda.kernel.database.ModuleMigrations;
import id.ronda.kernel.http.Routes;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The collector, built of its parts. Built after the migrations have run; started once; closed once. */
public final class CollectorModule implements ModuleLife {

    /** Its schema. */
    public static final ModuleMigrations MIGRATIONS =
            new ModuleMigrations("collector", "classpath:id/ronda/collector/migrations");

    /** Its part of the description of the API. */
    public static final URL API = Objects.requireNonNull(
            CollectorModule.class.getResource("/id/ronda/collector/openapi.yaml"),
            "the collector's part of the API is missing in the program's own files");

    private final LatestSamples latest = new LatestSamples();
    private final Storage storage;
    private final DeviceParts devices;
    private final Polling polling;
    private final Clock clock;
    private final @Nullable DevicesFileWatch devicesFile;
    private final AtomicBoolean asking = new AtomicBoolean(true);
    private final ProfileFolder profiles;
    private final AtomicBoolean closed = new AtomicBoolean();
    private SampleFeed.@Nullable Subscription latestOnes;

    /** Opens the spool and the sockets, reads the register; asks nobody yet. */
    public CollectorModule(CollectorNeeds needs, CollectorSettings settings) {
        storage = Storage.open(needs, settings);
        devices = DeviceParts.of(
                needs.database(),
                needs.secrets(),
                needs.outbox(),
                latest.or(new StoredLatest(needs.database())),
                latest,
                needs.clock(),
                needs.meters());
        profiles = new ProfileFolder(needs.folder().profiles(), needs.meters());
        polling = new Polling(needs, settings, devices, storage, latest, profiles);
        clock = needs.clock();
        devicesFile = settings.devicesFile()
                .map(file -> new DevicesFileWatch(needs.vertx(), file, devices.desk(), clock, needs.meters()))
                .orElse(null);
    }

    @Override
    public void start() {
        devices.desk().load();
        latestOnes = storage.feed().subscribe(latest);
        storage.start();
        polling.start();
        profiles.start(polling::lookAgain);
        if (devicesFile != null) {
            devicesFile.start();
        }
    }

    /**
     * Takes the rows of a CSV text in, as {@code POST /api/v1/devices} does: new devices are added, known ones edited.
     *
     * @throws IllegalArgumentException when the text is no table of devices, or rows of it were refused
     */
    public void importDevices(String csv) {
        var rows = switch (DeviceCsv.parse(csv)) {
            case DeviceCsv.Judged.Accepted accepted -> accepted.rows();
            case DeviceCsv.Judged.Refused refused ->
                throw new IllegalArgumentException(refused.errors().toString());
        };
        var results = devices.desk()
                .importRows(Editor.system("system"), rows, false)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        var refused = results.rows().stream()
                .filter(r -> r.status() == RowResult.Status.REFUSED)
                .toList();
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException("Rows of the devices were refused: " + refused);
        }
    }

    /** Keeps the units of devices as identity's names of units are; for identity, before this module is built. */
    public static UnitFollower unitFollower() {
        return new DeviceUnitsStore();
    }

    /** The devices and what they have. */
    public Devices devices() {
        return devices.view();
    }

    /** The stored time series. */
    public TimeSeries series() {
        return storage.view();
    }

    /** Each batch after its commit. */
    public SampleFeed feed() {
        return storage.feed();
    }

    /** Whether every sample of this and earlier slots that was answered is stored. */
    public boolean hasStoredThrough(Instant slot) {
        return storage.spool().oldestUnacknowledgedSlot() > slot.toEpochMilli();
    }

    /** {@code /api/v1/devices} and {@code /api/v1/series}. */
    public Routes routes() {
        return new CollectorRoutes(devices.desk(), devices.view(), storage.view(), storage.view(), clock);
    }

    /** Stops asking devices; what they have answered is stored on. A second call does nothing. */
    public void stopPolling() {
        if (asking.compareAndSet(true, false)) {
            if (devicesFile != null) {
                devicesFile.close();
            }
            profiles.close();
            polling.close();
        }
    }

    /** Stops asking, stores what was answered, and closes; a second call does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        stopPolling();
        storage.close();
        if (latestOnes != null) {
            latestOnes.close();
        }
    }
}
