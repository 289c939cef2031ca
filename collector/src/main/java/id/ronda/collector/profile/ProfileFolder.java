package id.ronda.collector.profile;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The profiles in force: those in the program, and over them those of the installation's folder, which is read anew when a file there was
 * added, changed or taken away. A wrong file is told and left out; the profiles that are right hold.
 */
public final class ProfileFolder implements Supplier<ProfileCatalog>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileFolder.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** What tells that a file was written to. */
    private record Stamp(FileTime changed, long size) {}

    private final Path folder;
    private final MeterRegistry meters;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile ProfileCatalog catalog;
    private Map<Path, Stamp> used;
    private Map<Path, Stamp> seen;

    /** Reads the folder once; it need not be there yet. */
    public ProfileFolder(Path folder, MeterRegistry meters) {
        this.folder = folder;
        this.meters = meters;
        used = stamps();
        seen = used;
        catalog = load();
    }

    @Override
    public ProfileCatalog get() {
        return catalog;
    }

    /** Looks at the folder every two seconds from now on. */
    public void start(Runnable whenChanged) {
        Thread.ofVirtual().name("profiles").start(() -> watch(whenChanged));
    }

    private void watch(Runnable whenChanged) {
        try {
            while (!stop.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                if (look()) {
                    whenChanged.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the folder was read anew: it changed, and has been as it is since the look before, so that nobody is writing. */
    boolean look() {
        Map<Path, Stamp> now = stamps();
        boolean settled = now.equals(seen);
        seen = now;
        if (!settled || now.equals(used)) {
            return false;
        }
        used = now;
        catalog = load();
        meters.counter("ronda.profiles.reloads").increment();
        LOG.info(
                "the profiles were read anew: {} are in force",
                catalog.profiles().size());
        return true;
    }

    private ProfileCatalog load() {
        ProfileCatalog loaded = ProfileCatalog.load(folder);
        loaded.rejected().forEach(rejected -> LOG.warn("a profile is left out: {}", rejected));
        return loaded;
    }

    private Map<Path, Stamp> stamps() {
        Map<Path, Stamp> stamps = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    stamps.put(file, new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
                }
            } catch (IOException | UncheckedIOException e) {
                // A file may go between being listed and being looked at; the next look sees what is there then.
                LOG.debug("the folder of profiles changes while it is looked at", e);
            }
        }
        return stamps;
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
