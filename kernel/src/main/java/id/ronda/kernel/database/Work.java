package id.ronda.kernel.database;

import org.jdbi.v3.core.Handle;

/** What is done inside one transaction. */
@FunctionalInterface
public interface Work<T> {

    /**
     * Reads and writes through the handle, which is only valid inside this call. Returning commits, throwing rolls
     * back. The result must not be null: give an Optional or a sealed result instead.
     */
    T in(Handle handle) throws Exception;
}
