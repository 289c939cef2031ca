package id.ronda.collector.device;

import id.ronda.collector.Reach;
import id.ronda.identity.Actor;
import id.ronda.identity.Caller;
import id.ronda.identity.Right;
import id.ronda.identity.UnitId;
import id.ronda.kernel.Wording;
import id.ronda.kernel.http.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who adds and edits devices.
 *
 * @param actor as the audit trail remembers him
 * @param reads the devices of which he is told
 * @param writes those that he may make and change
 */
public record Editor(Actor actor, Reach reads, Reach writes) {

    private static final Wording BEYOND = new Wording("goes beyond your own rights", "melebihi hak Anda sendiri");

    /** Somebody with what his roles give him. */
    public static Editor of(Caller caller, Actor actor) {
        return new Editor(actor, Reach.of(caller, Right.DEVICE_READ), Reach.of(caller, Right.DEVICE_WRITE));
    }

    /** A part of Ronda, which works on every device. */
    public static Editor system(String part) {
        return new Editor(Actor.system(part), Reach.EVERYTHING, Reach.EVERYTHING);
    }

    /** Whether he may know that there is this device: who may change it does. */
    boolean knowsOf(KnownDevice device) {
        return device.isIn(reads) || device.isIn(writes);
    }

    /** What is against a device being as the draft says; empty if nothing is. */
    List<FieldError> against(DeviceDraft draft, @Nullable UnitId unit) {
        if (writes.covers(unit, draft.classification())) {
            return List.of();
        }
        boolean ofHisUnit = writes.scopes().values().stream().anyMatch(scope -> scope.covers(unit));
        return List.of(new FieldError(ofHisUnit ? "/classification" : "/unit", BEYOND));
    }
}
