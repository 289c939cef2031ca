package id.ronda.collector;

import java.util.function.Consumer;

/**
 * Hands each batch to its readers after its commit, without a detour over the database. Readers are called on the
 * storing thread and must not block; one that throws is logged, counted and kept.
 */
public interface SampleFeed {

    /** Calls {@code reader} with every batch from now on, until the subscription is closed. */
    Subscription subscribe(Consumer<SampleBatch> reader);

    /** Ends with {@link #close()}. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
