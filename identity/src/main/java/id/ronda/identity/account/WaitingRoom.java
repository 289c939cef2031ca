package id.ronda.identity.account;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Where work waits in turn for the database, for a password and for the database again: each on a virtual thread, so many
 * at once and no more. Its futures complete on the caller's Vert.x context.
 */
final class WaitingRoom {

    private final Semaphore places;

    WaitingRoom(int places) {
        this.places = new Semaphore(places);
    }

    /** Does the work, or answers at once with {@code full}. */
    <T> Future<T> enter(T full, Callable<T> work) {
        if (!places.tryAcquire()) {
            return Future.succeededFuture(full);
        }
        Promise<T> promise = Promise.promise();
        @Nullable Context caller = Vertx.currentContext();
        Thread.ofVirtual().name("sign-in").start(() -> settle(caller, promise, work));
        return promise.future();
    }

    /** Catches errors too: an uncaught one would leave the caller waiting for ever. */
    private <T> void settle(@Nullable Context caller, Promise<T> promise, Callable<T> work) {
        Runnable completion;
        try {
            T result = work.call();
            completion = () -> promise.complete(result);
        } catch (Throwable failure) {
            completion = () -> promise.fail(failure);
        } finally {
            places.release();
        }
        if (caller == null) {
            completion.run();
        } else {
            Runnable onCaller = completion;
            caller.runOnContext(ignored -> onCaller.run());
        }
    }
}
