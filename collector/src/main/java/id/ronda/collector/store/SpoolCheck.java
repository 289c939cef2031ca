package id.ronda.collector.store;

import id.ronda.collector.StorageNote.SpoolTooSmall;
import id.ronda.collector.spool.SpoolSettings;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says whether the spool is too small for what is polled, and warns once for each change. */
public final class SpoolCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolCheck.class);

    private final Database database;
    private final SpoolSettings settings;
    private Optional<SpoolTooSmall> told = Optional.empty();

    /** A check of a spool with those bounds. */
    public SpoolCheck(Database database, SpoolSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Looks at the devices and series there are now; part of the store's upkeep. */
    public void run(Instant now) {
        Optional<SpoolTooSmall> found = database.run(Lane.EDITS, this::look);
        if (!found.equals(told)) {
            told = found;
            found.ifPresentOrElse(SpoolCheck::warn, () -> LOG.info("the spool is large enough again"));
        }
    }

    /** The note, if the spool is too small for the devices and series there are now. */
    Optional<SpoolTooSmall> look(Handle handle) {
        return PolledLoad.tooSmall(settings, PolledLoad.read(handle));
    }

    private static void warn(SpoolTooSmall spool) {
        LOG.warn(
                "the spool holds {} s of the samples while the database is away, not {}: set ronda.spool-mib to {}",
                spool.holds().toSeconds(),
                spool.required().toSeconds(),
                spool.neededMib());
    }
}
