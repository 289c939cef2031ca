package id.ronda.kernel.outbox;

import java.util.Set;
import org.jdbi.v3.core.Handle;

/** One that acts on facts. */
public interface FactConsumer {

    /** A stable name: its position is kept under it. */
    String name();

    /** The facts it wants; all others pass it by. */
    Set<Class<? extends Fact>> facts();

    /**
     * Acts on one fact through the handle only: the position moves in the same transaction, so that a fact may be brought
     * again after a failure but takes effect once. Throwing rolls back, and the fact comes again after a pause; those
     * behind it wait.
     */
    void take(Handle handle, Fact fact) throws Exception;
}
