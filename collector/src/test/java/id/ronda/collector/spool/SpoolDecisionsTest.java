package id.ronda.collector.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.collector.spool.ClockGuard.Verdict;
import id.ronda.collector.spool.SealRule.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpoolDecisionsTest {

    private static final SpoolSettings SETTINGS = new SpoolSettings(
            Path.of("spool"),
            1 << 20,
            1 << 20,
            4096,
            Duration.ofMillis(200),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1));

    @ParameterizedTest
    @CsvSource({
        "100, 199, 199, 0, NOTHING",
        "100, 200, 200, 0, SEAL",
        "100, 200, 200, 1, NOTHING",
        "100, 1000, 1000, 1, FORCE",
        "100, 5000, 0, 1, NOTHING",
        "100, 10000, 0, 1, SEAL",
        "4096, 0, 0, 1, SEAL"
    })
    void sealsEarlyOnlyWhileNothingWaits(long bytes, long ageMillis, long unforcedMillis, int waiting, Step step) {
        SealRule rule = new SealRule(SETTINGS);
        assertThat(rule.decide(bytes, ageMillis * 1_000_000, unforcedMillis * 1_000_000, waiting))
                .isEqualTo(step);
    }

    @Test
    void saysWhetherTenMinutesFit() {
        SpoolLoad regency = new SpoolLoad(8_300, 70);
        SpoolSettings default1GiB = SpoolSettings.of(Path.of("spool"), 1L << 30);

        assertThat(default1GiB.holds(regency)).isGreaterThan(SpoolLoad.REQUIRED);
        assertThat(default1GiB.holds(new SpoolLoad(1_000_000, 5_000))).isLessThan(SpoolLoad.REQUIRED);
        SpoolSettings exact = SpoolSettings.of(Path.of("spool"), regency.requiredBytes());
        assertThat(exact.holds(regency)).isBetween(Duration.ofSeconds(599), Duration.ofSeconds(600));
    }

    @Test
    void refusesABoundThatHoldsNoSegments() {
        assertThatThrownBy(() -> SpoolSettings.of(Path.of("spool"), 2048)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDefaultBoundDoesNotShrinkByWhatTheSpoolHolds() {
        long mebi = 1L << 20;
        assertThat(SpoolSettings.defaultBytes(2_000 * mebi, 0)).isEqualTo(400 * mebi);
        assertThat(SpoolSettings.defaultBytes(1_600 * mebi, 400 * mebi)).isEqualTo(400 * mebi);
        assertThat(SpoolSettings.defaultBytes(100_000 * mebi, 0)).isEqualTo(1_024 * mebi);
        assertThat(SpoolSettings.defaultBytes(0, 0)).isEqualTo(32 * mebi);
    }

    @Test
    void theFolderOfTheSpoolIsMeasured(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("0000000000000000001.segment"), new byte[4096]);
        assertThat(SpoolSettings.presentBytes(folder)).isEqualTo(4096);
    }

    @Test
    void believesNoClockThatWokeInThePast() {
        Instant built = Instant.parse("2026-11-21T00:00:00Z");
        Instant newest = Instant.parse("2027-03-01T10:00:00Z");
        ClockGuard guard = new ClockGuard(built);

        assertThat(guard.judge(Instant.EPOCH, Instant.MIN)).isEqualTo(new Verdict.BeforeFloor(Instant.EPOCH, built));
        assertThat(guard.judge(newest.minusSeconds(60), newest))
                .isEqualTo(new Verdict.BehindSamples(newest.minusSeconds(60), newest));
        assertThat(guard.judge(newest.minusSeconds(1), newest)).isEqualTo(new Verdict.Believed());
        assertThat(guard.judge(newest.plusSeconds(1), newest)).isEqualTo(new Verdict.Believed());
        assertThat(guard.judge(built, Instant.MIN)).isEqualTo(new Verdict.Believed());
    }

    @Test
    void doubtsAClockFarAheadAtTheStartOnly() {
        Instant newest = Instant.parse("2027-03-01T10:00:00Z");
        Instant ahead = newest.plus(Duration.ofDays(401));
        ClockGuard guard = new ClockGuard(Instant.EPOCH);

        assertThat(guard.judgeStart(ahead, newest)).isEqualTo(new Verdict.FarAhead(ahead, newest));
        assertThat(guard.judge(ahead, newest)).isEqualTo(new Verdict.Believed());
        assertThat(guard.judgeStart(newest.plus(Duration.ofDays(365)), newest)).isEqualTo(new Verdict.Believed());
        assertThat(guard.judgeStart(ahead, Instant.MIN)).isEqualTo(new Verdict.Believed());
        assertThat(guard.judgeStart(newest.minusSeconds(60), newest)).isInstanceOf(Verdict.BehindSamples.class);
    }

    @Test
    void letsSamplesThatLieAheadOfTheClockWait() {
        ClockGuard guard = new ClockGuard(Instant.EPOCH);
        Segment segment = new Segment(1, 1, Path.of("1.segment"), 100, 1_000_000, 2_000_000, 2);

        assertThat(guard.allows(segment, Instant.ofEpochMilli(1_900_000))).isFalse();
        assertThat(guard.allows(segment, Instant.ofEpochMilli(2_000_000))).isTrue();
    }

    @Test
    void aSegmentWithoutSamplesWaitsForNoClock() {
        Segment gaps = new Segment(1, 1, Path.of("1.segment"), 100, Long.MAX_VALUE, Long.MIN_VALUE, 0);
        assertThat(new ClockGuard(Instant.EPOCH).allows(gaps, Instant.ofEpochSecond(60)))
                .isTrue();
    }
}
