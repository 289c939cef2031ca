package id.ronda.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceId;
import java.time.Duration;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class SlotsTest {

    @Property
    void theNextSlotIsLaterByAtMostAnIntervalAndAlignedToWholeSeconds(
            @ForAll @LongRange(min = 1, max = 1_000_000) long id,
            @ForAll @IntRange(min = 1, max = 86_400) int interval,
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long now) {
        var slots = Slots.of(new DeviceId(id), Duration.ofSeconds(interval));
        long slot = slots.after(now);
        assertThat(slot).isGreaterThan(now).isLessThanOrEqualTo(now + interval * 1000L);
        assertThat(slot % 1000).isZero();
        assertThat(slots.after(slot)).isEqualTo(slot + interval * 1000L);
    }

    @Test
    void devicesOfOneIntervalAreSpreadOverIt() {
        var counts = new int[30];
        LongStream.rangeClosed(1, 3_000)
                .mapToObj(id -> Slots.of(new DeviceId(id), Duration.ofSeconds(30)))
                .forEach(slots -> counts[slots.offset()]++);
        assertThat(java.util.Arrays.stream(counts).boxed())
                .as("devices a second, 100 on average")
                .allMatch(n -> n > 50 && n < 200);
    }
}
