package id.ronda.identity.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.Caller;
import id.ronda.testkit.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallerCacheTest {

    private static final byte[] HASH = {1, 2, 3};
    private static final Caller BUDI = Caller.Service.ofServer("budi");
    private static final Caller SITI = Caller.Service.ofServer("siti");

    private final MutableClock clock = MutableClock.at("2026-11-21T04:00:00Z");
    private final CallerCache cache = new CallerCache(clock);

    @Test
    void caller_isKeptForThreeSeconds() {
        assertThat(cache.get(HASH, () -> BUDI)).isEqualTo(BUDI);
        assertThat(cache.get(HASH, () -> SITI)).isEqualTo(BUDI);

        clock.advance(CallerCache.LIFE);

        assertThat(cache.get(HASH, () -> SITI)).isEqualTo(SITI);
    }

    @Test
    void whatWasReadBeforeARevocation_isNotKept() {
        Caller read = cache.get(HASH, () -> {
            cache.forget();
            return BUDI;
        });

        assertThat(read).isEqualTo(BUDI);
        assertThat(cache.fresh(HASH)).isEmpty();
    }

    @Test
    void nobody_andClockThatWasSetBack_areNotKept() {
        cache.get(HASH, Caller::nobody);
        assertThat(cache.fresh(HASH)).isEmpty();

        cache.get(HASH, () -> BUDI);
        clock.advance(Duration.ofSeconds(-1));
        assertThat(cache.fresh(HASH)).isEmpty();
    }

    @Test
    void cache_isBounded() {
        for (int i = 0; i < 5_000; i++) {
            cache.get(new byte[] {(byte) i, (byte) (i >> 8)}, () -> BUDI);
        }

        assertThat(cache.fresh(new byte[] {0, 0})).isEmpty();
        assertThat(cache.fresh(new byte[] {(byte) 4_999, (byte) (4_999 >> 8)})).contains(BUDI);
    }
}
