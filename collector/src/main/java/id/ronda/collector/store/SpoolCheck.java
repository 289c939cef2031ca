package id.ronda.collector.store;

import id.ronda.collector.spool.SpoolSettings;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns, once for each change, when the spool is too small for what is polled. */
public final class SpoolCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolCheck.class);

    private final Database database;
    private final SpoolSettings settings;
    private Optional<String> told = Optional.empty();

    /** A check of a spool with those bounds. */
    public SpoolCheck(Database database, SpoolSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Looks at the devices and series there are now; part of the store's upkeep. */
    public void run(Instant now) {
        Optional<String> found =
                database.run(Lane.EDITS, handle -> PolledLoad.tooSmall(settings, PolledLoad.read(handle)));
        if (!found.equals(told)) {
            told = found;
            found.ifPresentOrElse(LOG::warn, () -> LOG.info("the spool is large enough again"));
        }
    }
}
