package id.ronda.kernel.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A bucket for each of many names. A bucket that has filled up again is forgotten; at most 50,000 are kept. Thread-safe. */
public final class RateLimiter {

    private static final int MOST = 50_000;

    private final Rate rate;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /**
     * A limiter that has counted nothing.
     *
     * @param nanos a clock that never goes back, such as {@link System#nanoTime}
     */
    public RateLimiter(Rate rate, LongSupplier nanos) {
        this.rate = rate;
        this.time = new Nanos(nanos);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofSeconds(rate.window()))
                .ticker(nanos::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    /**
     * What became of a request.
     *
     * @param remaining how many more may follow at once
     * @param retryAfter when the next may come; zero for one that was admitted
     */
    public record Verdict(boolean admitted, long remaining, Duration retryAfter) {}

    /** Counts a request of that name, or says when to come again and counts nothing. */
    public Verdict take(String name) {
        ConsumptionProbe probe = buckets.get(name, key -> bucket()).tryConsumeAndReturnRemaining(1);
        return new Verdict(
                probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Its rule. */
    public Rate rate() {
        return rate;
    }

    /** Seconds in which an empty bucket fills up. */
    public int window() {
        return rate.window();
    }

    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private record Nanos(LongSupplier source) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return source.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
