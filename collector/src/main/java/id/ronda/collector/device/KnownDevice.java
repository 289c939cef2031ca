package id.ronda.collector.device;

import id.ronda.collector.DeviceId;
import id.ronda.collector.Reach;
import id.ronda.identity.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A device of the database with everything people said about it, secrets opened.
 *
 * @param revision counts the edits
 * @param fromFile whether the watched file names it
 * @param unit which unit the draft's means; null: none
 */
record KnownDevice(
        DeviceId id,
        long revision,
        boolean fromFile,
        @Nullable UnitId unit,
        DeviceDraft draft) {

    /** The same with what an edit says; of the same unit until its names are looked up. */
    KnownDevice with(boolean named, DeviceDraft edited) {
        return new KnownDevice(id, revision, named, unit, edited);
    }

    /** The same in that unit. */
    KnownDevice in(@Nullable UnitId other) {
        return new KnownDevice(id, revision, fromFile, other, draft);
    }

    /** Whether it is among the devices of that reach. */
    boolean isIn(Reach reach) {
        return reach.covers(unit, draft.classification());
    }
}
