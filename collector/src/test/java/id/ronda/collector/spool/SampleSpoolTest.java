package id.ronda.collector.spool;

import static id.ronda.collector.spool.SpoolRecords.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.ronda.collector.GapReason;
import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.collector.spool.SpoolRecord.SamplesLost;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class SampleSpoolTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private SampleSpool open(SpoolSettings settings) throws IOException {
        return SampleSpool.open(settings, () -> SpoolRecords.SPOOL, meters);
    }

    private SampleSpool open() throws IOException {
        return open(SpoolSettings.of(folder, 32 << 20));
    }

    private static void flush(SampleSpool spool) throws Exception {
        spool.flush().get(5, TimeUnit.SECONDS);
    }

    private static Segment taken(SampleSpool spool) throws InterruptedException {
        return spool.take(SOON).orElseThrow();
    }

    @Test
    void givesBackWhatWasAppendedInOrder() throws Exception {
        try (SampleSpool spool = open()) {
            spool.append(group(1, 1000, 2));
            spool.append(new GapOpened(2, 0, 1000, GapReason.TIMEOUT));
            spool.append(group(1, 2000, 2));

            SegmentContent content = taken(spool).read();

            assertThat(content.samples().size()).isEqualTo(4);
            assertThat(content.samples().series()).startsWith(1000, 1001, 1000, 1001);
            assertThat(content.samples().slots()).startsWith(1000, 1000, 2000, 2000);
            assertThat(content.samples().values()).startsWith(1, 2, 2, 3);
            assertThat(content.lastSlots()).containsOnly(java.util.Map.entry(1L, 2000L));
            assertThat(content.marks()).containsExactly(new GapOpened(2, 0, 1000, GapReason.TIMEOUT));
        }
    }

    @Test
    void sealsByItselfWhileTheStoreKeepsUp() throws Exception {
        try (SampleSpool spool = open()) {
            spool.append(group(1, 1000, 1));
            assertThat(taken(spool).samples()).isEqualTo(1);
        }
    }

    @Test
    void keepsASegmentUntilItIsAcknowledged() throws Exception {
        try (SampleSpool spool = open()) {
            spool.append(group(1, 1000, 1));
            Segment first = taken(spool);

            assertThat(taken(spool)).isEqualTo(first);
            assertThat(spool.firstUnacknowledged()).isEqualTo(first.number());
            spool.acknowledge(first);

            assertThat(first.path()).doesNotExist();
            assertThat(spool.take(Duration.ZERO)).isEmpty();
            assertThat(spool.firstUnacknowledged()).isGreaterThan(first.number());
        }
    }

    @Test
    void anotherThanTheOldestCannotBeAcknowledged() throws Exception {
        try (SampleSpool spool = open()) {
            spool.append(group(1, 1000, 1));
            Segment first = taken(spool);
            spool.acknowledge(first);
            assertThatThrownBy(() -> spool.acknowledge(first)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void survivesAnEndWithoutWarningAndNeverUsesANumberAgain() throws Exception {
        long number;
        try (SampleSpool spool = open()) {
            spool.append(group(1, 1000, 3));
            Segment first = taken(spool);
            number = first.number();
            spool.acknowledge(first);
        }
        try (SampleSpool again = open()) {
            assertThat(again.id()).isEqualTo(SpoolRecords.SPOOL);
            assertThat(again.recovery().cuts()).isEmpty();
            again.append(group(1, 2000, 3));
            assertThat(taken(again).number()).isGreaterThan(number);
        }
    }

    @Test
    void tellsWhereTheLastRunEnded() throws Exception {
        try (SampleSpool spool = open()) {
            spool.append(group(1, 1000, 3));
            spool.append(group(1, 2000, 3));
            spool.append(group(2, 1500, 3));
            spool.append(new GapOpened(3, 0, 500, GapReason.AUTH));
        }
        try (SampleSpool again = open()) {
            Unstored unstored = again.recovery().unstored();
            assertThat(unstored.lastSlots()).containsEntry(1L, 2000L).containsEntry(2L, 1500L);
            assertThat(unstored.marks()).containsExactly(new GapOpened(3, 0, 500, GapReason.AUTH));
            assertThat(again.oldestUnacknowledgedSlot()).isEqualTo(1000);
        }
    }

    @Test
    void cutsATornTailAndReportsIt() throws Exception {
        leaveUnsealed(group(1, 1000, 3), group(1, 2000, 3));
        Path file = onlySegment();
        long whole = Files.size(file);
        Files.write(file, new byte[] {0, 0, 0, 50, 1, 2, 3}, StandardOpenOption.APPEND);

        try (SampleSpool again = open()) {
            assertThat(again.recovery().cuts()).containsExactly(new SpoolRecovery.Cut(file, 7, 6));
            assertThat(taken(again).read().samples().size()).isEqualTo(6);
            assertThat(Files.size(file)).isEqualTo(whole + SegmentFooter.FRAME_BYTES);
            assertThat(meters.counter("ronda.spool.cut").count()).isEqualTo(1);
        }
    }

    @Test
    void reportsAFileThatIsTornInItsFirstBytes() throws Exception {
        leaveUnsealed(group(1, 1000, 3));
        Path file = onlySegment();
        Files.write(file, new byte[] {0, 0, 0});

        try (SampleSpool again = open()) {
            assertThat(again.recovery().cuts()).containsExactly(new SpoolRecovery.Cut(file, 3, 0));
            assertThat(again.waiting()).isZero();
        }
    }

    @Test
    void refusesSegmentsOfAnotherSpool() throws Exception {
        leaveUnsealed(group(1, 1000, 3));
        Files.writeString(
                folder.resolve("spool.id"), java.util.UUID.randomUUID().toString());

        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("another spool");
    }

    @Test
    void refusesAnIdThatIsNone() throws Exception {
        Files.writeString(folder.resolve("spool.id"), "");
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("move the spool's folder");
    }

    @Test
    void losesTheOldestFirstAndTellsItInItsPlace() throws Exception {
        SpoolSettings small = small(64 << 10);
        long given = 0;
        try (SampleSpool spool = open(small)) {
            spool.append(new GapOpened(7, 0, 1, GapReason.TIMEOUT));
            for (int slot = 1; slot <= 400; slot++) {
                assertThat(spool.append(group(1 + slot % 3, slot * 1000L, 50))).isTrue();
                given += 50;
                if (slot % 20 == 0) {
                    flush(spool);
                }
            }
            flush(spool);

            assertThat(spool.bytes()).isLessThanOrEqualTo(small.maxBytes());
            List<SegmentContent> contents = drain(spool);
            long stored = contents.stream().mapToLong(c -> c.samples().size()).sum();
            List<SamplesLost> losses = losses(contents);
            assertThat(losses.stream().mapToLong(SamplesLost::samples).sum()).isEqualTo(given - stored);
            assertThat(lost("spool-overflow"))
                    .isEqualTo((double) (given - stored))
                    .isPositive();
            // The head is the store's and stays; what is lost lies right behind it.
            assertThat(contents.getFirst().samples().slots()[0]).isEqualTo(1000);
            assertThat(contents.get(1).marks()).containsAll(losses);
            assertThat(losses).hasSize(3);
        }
    }

    @Test
    void gapsOutliveTheSamplesAroundThem() throws Exception {
        try (SampleSpool spool = open(small(64 << 10))) {
            spool.append(group(1, 0, 1));
            flush(spool);
            spool.append(new GapOpened(7, 0, 1000, GapReason.TIMEOUT));
            spool.append(new GapClosed(7, 0, 2000));
            spool.append(new GapOpened(7, 0, 3000, GapReason.AUTH));
            for (int slot = 1; slot <= 300; slot++) {
                spool.append(group(1, slot * 1000L, 50));
            }
            flush(spool);

            List<SpoolRecord> marks =
                    drain(spool).stream().flatMap(c -> c.marks().stream()).toList();
            assertThat(marks)
                    .containsSubsequence(
                            new GapOpened(7, 0, 1000, GapReason.TIMEOUT),
                            new GapClosed(7, 0, 2000),
                            new GapOpened(7, 0, 3000, GapReason.AUTH));
        }
    }

    @Test
    void finishesADropThatACrashInterrupted() throws Exception {
        leaveUnsealed(group(1, 1000, 3));
        Path dropped = onlySegment();
        SpoolFolder spoolFolder = SpoolFolder.open(folder, () -> SpoolRecords.SPOOL, SpoolFolder::openForWriting);
        long number = SpoolFolder.number(dropped);
        spoolFolder.writeLosses(number, number + 1, List.of(new SamplesLost(1, 1000, 1000, 3)));

        try (SampleSpool again = open()) {
            assertThat(dropped).doesNotExist();
            SegmentContent content = taken(again).read();
            assertThat(content.samples().size()).isZero();
            assertThat(content.marks()).containsExactly(new SamplesLost(1, 1000, 1000, 3));
        }
    }

    @Test
    void fullMemoryIsALossWithAName() throws Exception {
        SpoolSettings tiny =
                new SpoolSettings(folder, 1 << 20, 400, 8192, Duration.ofMillis(50), SOON, Duration.ofSeconds(1));
        try (SampleSpool spool = open(tiny)) {
            assertThat(spool.append(group(1, 1000, 100))).isFalse();

            assertThat(taken(spool).read().marks()).containsExactly(new SamplesLost(1, 1000, 1000, 100));
            assertThat(lost("spool-overflow")).isEqualTo(100);
        }
    }

    @Test
    void fullDiskIsAFailureWithANameAndTheGapsSurviveIt() throws Exception {
        FullDisk disk = new FullDisk();
        SpoolSettings settings = small(1 << 20);
        try (SampleSpool spool = SampleSpool.open(settings, () -> SpoolRecords.SPOOL, meters, disk::open)) {
            spool.append(group(1, 1000, 10));
            flush(spool);
            disk.fill();
            for (int slot = 2; slot <= 2000; slot++) {
                spool.append(group(2, slot * 1000L, 40));
            }
            await().until(() -> meters.counter("ronda.spool.failures", "reason", "disk-full")
                            .count()
                    > 0);
            disk.free();
            flush(spool);

            List<SegmentContent> contents = drain(spool);
            long stored = contents.stream().mapToLong(c -> c.samples().size()).sum();
            long told =
                    losses(contents).stream().mapToLong(SamplesLost::samples).sum();
            assertThat(stored + told).isEqualTo(10 + 1999 * 40);
            assertThat(lost("spool-overflow")).isEqualTo((double) told);
        }
    }

    @Test
    void whatTheDatabaseRefusesBecomesALoss() throws Exception {
        try (SampleSpool spool = open()) {
            spool.append(group(1, 1000, 10));
            Segment segment = taken(spool);

            spool.refuse(segment, new IllegalArgumentException("test"));

            Segment told = taken(spool);
            assertThat(told.number()).isEqualTo(segment.number());
            assertThat(told.read().marks()).containsExactly(new SamplesLost(1, 1000, 1000, 10));
            assertThat(lost("refused")).isEqualTo(10);
            assertThat(lost("spool-overflow")).isZero();
            spool.refuse(told, new IllegalArgumentException("test"));
            assertThat(spool.waiting()).isZero();
        }
    }

    @Test
    void whatTheDiskChangedIsCutAndTold() throws Exception {
        try (SampleSpool spool = open()) {
            spool.append(group(1, 1000, 10));
            spool.append(group(1, 2000, 10));
            Segment segment = taken(spool);
            byte[] bytes = Files.readAllBytes(segment.path());
            bytes[bytes.length - SegmentFooter.FRAME_BYTES - 1] ^= 1;
            Files.write(segment.path(), bytes);

            SegmentContent content = segment.read();

            assertThat(content.samples().size()).isEqualTo(10);
            assertThat(content.unreadable()).isEqualTo(10);
        }
    }

    private double lost(String reason) {
        return meters.counter("ronda.samples.lost", "reason", reason).count();
    }

    private SpoolSettings small(int bytes) {
        return new SpoolSettings(
                folder, bytes, 4 << 20, 8192, Duration.ofMillis(50), Duration.ofSeconds(10), Duration.ofSeconds(1));
    }

    private static List<SamplesLost> losses(List<SegmentContent> contents) {
        return contents.stream()
                .flatMap(c -> c.marks().stream())
                .filter(SamplesLost.class::isInstance)
                .map(SamplesLost.class::cast)
                .toList();
    }

    private static List<SegmentContent> drain(SampleSpool spool) throws Exception {
        List<SegmentContent> contents = new ArrayList<>();
        while (spool.waiting() > 0) {
            Segment segment = taken(spool);
            contents.add(segment.read());
            spool.acknowledge(segment);
        }
        return contents;
    }

    /** A segment as a killed process leaves it: records, no footer. */
    private void leaveUnsealed(SpoolRecord... records) throws IOException {
        SpoolFolder spoolFolder = SpoolFolder.open(folder, () -> SpoolRecords.SPOOL, SpoolFolder::openForWriting);
        try (SegmentWriter writer = spoolFolder.begin(5)) {
            for (SpoolRecord spoolRecord : records) {
                writer.append(spoolRecord);
            }
            writer.flush();
        }
    }

    private Path onlySegment() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(p -> p.toString().endsWith(SpoolFolder.SAMPLES))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
