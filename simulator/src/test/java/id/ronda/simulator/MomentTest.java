package id.ronda.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MomentTest {
    private static final long HUNDRED_GIGABITS = 12_500_000_000L;

    @Property(tries = 500)
    void countingIsExactForYears(
            @ForAll @LongRange(min = 0, max = 200_000_000_000_000_000L) long nanos,
            @ForAll @LongRange(min = 0, max = 1_250_000_000L) long rate) {
        BigInteger exact =
                BigInteger.valueOf(nanos).multiply(BigInteger.valueOf(rate)).divide(BigInteger.valueOf(1_000_000_000));
        assertThat(new Moment(nanos, 0, 0).counted(rate)).isEqualTo(exact.longValueExact());
    }

    @Property(tries = 200)
    void countersNeverGoBack(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long nanos,
            @ForAll @LongRange(min = 0, max = 5_000_000_000L) long more) {
        long before = new Moment(nanos, 0, 0).counted(1_000_003);
        assertThat(new Moment(nanos + more, 0, 0).counted(1_000_003)).isGreaterThanOrEqualTo(before);
    }

    @Test
    void ticksAreHundredthsOfASecond() {
        assertThat(new Moment(12_345_678_900L, 0, 0).uptimeTicks()).isEqualTo(1_234);
    }

    @Test
    void evenTheFastestLineCountsWithoutOverflowWithinASecond() {
        assertThat(new Moment(500_000_000, 0, 0).counted(HUNDRED_GIGABITS)).isEqualTo(6_250_000_000L);
    }

    @Test
    void numbersWrapAsTheyDoInADevice() {
        assertThat(Syntax.COUNTER32.wrapped(4_294_967_296L + 7)).isEqualTo(7);
        assertThat(Syntax.TIME_TICKS.wrapped(-1)).isEqualTo(4_294_967_295L);
        assertThat(Syntax.GAUGE32.wrapped(12)).isEqualTo(12);
        assertThat(Syntax.INTEGER.wrapped(2_147_483_648L)).isEqualTo(Integer.MIN_VALUE);
        assertThat(Syntax.COUNTER64.wrapped(-1)).isEqualTo(-1);
    }
}
