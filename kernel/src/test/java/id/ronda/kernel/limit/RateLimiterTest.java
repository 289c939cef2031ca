package id.ronda.kernel.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RateLimiterTest {

    private final AtomicLong nanos = new AtomicLong(1);
    private final RateLimiter limiter = new RateLimiter(new Rate(3, 2), nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void burstIsAdmittedAndThenTheRate() {
        assertThat(limiter.take("a").remaining()).isEqualTo(2);
        limiter.take("a");
        assertThat(limiter.take("a").admitted()).isTrue();
        var refused = limiter.take("a");
        assertThat(refused.admitted()).isFalse();
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(500));

        pass(Duration.ofMillis(499));
        assertThat(limiter.take("a").admitted()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(limiter.take("a").admitted()).isTrue();
        assertThat(limiter.take("a").admitted()).isFalse();
    }

    @Test
    void oneCallerTakesNothingFromAnother() {
        for (int i = 0; i < 10; i++) {
            limiter.take("a");
        }

        assertThat(limiter.take("b").admitted()).isTrue();
    }

    @Test
    void fullBucketsAreForgotten() {
        for (int i = 0; i < 1_000; i++) {
            limiter.take("caller " + i);
        }
        assertThat(limiter.size()).isEqualTo(1_000);

        pass(Duration.ofSeconds(3));
        limiter.take("another");
        assertThat(limiter.size()).isEqualTo(1);
    }

    @Test
    void manyNamesTakeBoundedMemory() {
        for (int i = 0; i < 60_000; i++) {
            limiter.take("caller " + i);
        }

        assertThat(limiter.size()).isLessThanOrEqualTo(50_000);
    }

    @Test
    void rateOfNothingIsNone() {
        assertThatThrownBy(() -> new Rate(0, 1)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new Rate(1, 0)).hasMessageContaining("at least 1");
        assertThat(new Rate(10, 3).window()).isEqualTo(4);
    }
}
