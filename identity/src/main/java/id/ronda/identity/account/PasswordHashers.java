package id.ronda.identity.account;

import id.ronda.identity.PasswordCost;
import id.ronda.kernel.Secret;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * The few threads on which passwords are hashed: 32 MiB and some ten milliseconds each must take neither the event loop nor
 * all cores. Callers wait, so they are virtual threads that hold no connection. Empty answers mean: the queue is full.
 */
final class PasswordHashers implements AutoCloseable {

    private final ThreadPoolExecutor threads;
    private final PasswordCost cost;
    private final RandomGenerator random;
    private final PasswordHash nobodys;
    private final Counter busy;
    private final Timer duration;

    PasswordHashers(int hashers, int waiting, PasswordCost cost, RandomGenerator random, MeterRegistry meters) {
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                hashers,
                hashers,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                work -> Thread.ofPlatform()
                        .daemon()
                        .name("password-" + number.incrementAndGet())
                        .unstarted(work));
        this.cost = cost;
        this.random = random;
        this.nobodys = PasswordHash.of(new Secret("nobody has this one"), cost, random);
        this.busy = meters.counter("ronda.password.busy");
        this.duration = meters.timer("ronda.password.hash");
    }

    /** The password as it will be stored. */
    Optional<PasswordHash> hash(Secret password) {
        return compute(() -> PasswordHash.of(password, cost, random));
    }

    /** Whether the password is right; without a stored one it takes the same time and is not. */
    Optional<Boolean> matches(Secret password, Optional<PasswordHash> stored) {
        return compute(() -> stored.orElse(nobodys).matches(password) && stored.isPresent());
    }

    /** Whether it was hashed at another cost than is asked for now. */
    boolean isOutdated(PasswordHash stored) {
        return !stored.cost().equals(cost);
    }

    /** Judging a password costs as much as a hash in the worst case, so it takes the same way. */
    <T> Optional<T> compute(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> duration.recordCallable(work));
        try {
            threads.execute(task);
            return Optional.of(task.get());
        } catch (RejectedExecutionException e) {
            busy.increment();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            task.cancel(true);
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow().forEach(left -> ((FutureTask<?>) left).cancel(true));
    }
}
