package id.ronda.simulator.regency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PhysicsTest {
    private static final long TUESDAY_TEN =
            Instant.parse("2026-11-17T03:00:00Z").toEpochMilli();

    @Property(tries = 200)
    void noiseIsSmoothBoundedAndTheSameForTheSameSeed(
            @ForAll long seed, @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long at) {
        Noise noise = new Noise(seed);
        double value = noise.at(at, 3, 10_000);
        assertThat(value).isBetween(-1.0, 1.0).isEqualTo(new Noise(seed).at(at, 3, 10_000));
        assertThat(noise.at(at + 10, 3, 10_000)).isCloseTo(value, within(0.01));
    }

    @Property(tries = 200)
    void rhythmStaysWithinBounds(@ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long at) {
        assertThat(DailyRhythm.at(at)).isBetween(0.0, 1.0);
    }

    @Test
    void officesAreBusyInTheMorningAndQuietAtNightAndOnSundays() {
        long sunday = Instant.parse("2026-11-22T03:00:00Z").toEpochMilli();
        long midnight = Instant.parse("2026-11-17T17:00:00Z").toEpochMilli();
        assertThat(DailyRhythm.at(TUESDAY_TEN)).isGreaterThan(0.9);
        assertThat(DailyRhythm.at(midnight)).isLessThan(0.1);
        assertThat(DailyRhythm.at(sunday)).isLessThan(0.2);
    }

    @Property(tries = 50)
    void aBatteryLastsAsLongAsItsUpsSays(@ForAll @IntRange(min = 200, max = 2_500) int watts) {
        Ups ups = new Ups(2_700, 500);
        ups.step(1, true, 230, watts);
        double promised = ups.runtimeSeconds();
        for (int second = 0; second < (int) promised - 1; second++) {
            ups.step(1, false, 0, watts);
        }
        assertThat(ups.delivers()).isTrue();
        assertThat(ups.secondsOnBattery()).isCloseTo(promised, within(2.0));
        ups.step(3, false, 0, watts);
        assertThat(ups.delivers()).isFalse();
        assertThat(ups.outputVolts()).isZero();
    }

    @Test
    void aBriefDipDoesNotStartTheGenerator() {
        Genset genset = new Genset();
        genset.step(4, false, 10_000);
        genset.step(1, true, 10_000);
        genset.step(4, false, 10_000);
        assertThat(genset.engine()).isEqualTo(Genset.Engine.READY);
    }

    @Test
    void anEmptyTankStopsTheGenerator() {
        Genset genset = new Genset();
        for (int minute = 0; minute < 24 * 60; minute++) {
            genset.step(60, false, 15_000);
        }
        assertThat(genset.fuelPercent()).isZero();
        assertThat(genset.turning()).isFalse();
    }

    @Test
    void theUpsCarryWhatServersAndNetworkDraw() {
        World world = new World(1, 1, TUESDAY_TEN);
        double servers = world.read(
                TUESDAY_TEN + 1_000,
                at -> at.servers().stream().mapToDouble(ServerLoad::watts).sum());
        double ups = world.read(
                TUESDAY_TEN + 1_000, at -> at.upsA().loadWatts() + at.upsB().loadWatts());
        assertThat(ups).isCloseTo(servers + 900, within(1.0));
    }

    @Test
    void aMeterIsLinearBetweenStepsAndNeverGoesBack() {
        World world = new World(1, 1, TUESDAY_TEN);
        Meter meter = world.links().getFirst().down();
        double before = world.total(TUESDAY_TEN, meter);
        for (long at = TUESDAY_TEN; at < TUESDAY_TEN + 20_000; at += 50) {
            double now = world.total(at, meter);
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }

    @Test
    void aClockThatJumpsADayIsFollowedAtOnce() {
        World world = new World(1, 1, TUESDAY_TEN);
        Meter meter = world.links().getFirst().down();
        double before = world.total(TUESDAY_TEN, meter);
        double after = world.total(TUESDAY_TEN + 86_400_000, meter);
        assertThat(after - before).isBetween(86_400 * 80 * 125_000.0 * 0.01, 86_400 * 80 * 125_000.0);
        assertThat(world.total(TUESDAY_TEN, meter))
                .as("a clock that steps back")
                .isGreaterThanOrEqualTo(after * 0.999);
    }

    @Test
    void sameSeedSameRegency() {
        World one = new World(5, 1, TUESDAY_TEN);
        World other = new World(5, 1, TUESDAY_TEN);
        World different = new World(6, 1, TUESDAY_TEN);
        long later = TUESDAY_TEN + 600_000;
        double rate = one.read(later, at -> at.links().get(3).down().rate());
        assertThat(other.read(later, at -> at.links().get(3).down().rate())).isEqualTo(rate);
        assertThat(different.read(later, at -> at.links().get(3).down().rate())).isNotEqualTo(rate);
    }
}
