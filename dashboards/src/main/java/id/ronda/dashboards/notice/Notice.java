package id.ronda.dashboards.notice;

import id.ronda.collector.StorageNote;
import java.time.Instant;

/** Something that one person should know. */
public sealed interface Notice {

    /** His session ends soon whatever he does: its longest time is over. */
    record SessionEnds(Instant at) implements Notice {}

    /** A token of his stops working. */
    record TokenEnds(String name, Instant at) implements Notice {}

    /** The disk does not hold what was set. */
    record StorageTrouble(StorageNote note) implements Notice {}

    /**
     * Devices stopped answering while he did not look.
     *
     * @param name of the first of them
     * @param devices how many, at least one
     */
    record WentDown(String name, int devices, Instant since) implements Notice {}
}
