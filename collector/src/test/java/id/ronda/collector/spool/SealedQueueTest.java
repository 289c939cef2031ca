package id.ronda.collector.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SealedQueueTest {

    private final SealedQueue queue = new SealedQueue();

    private static Segment segment(long number) {
        return new Segment(number, number, Path.of(number + SpoolFolder.SAMPLES), 10, number, number, 1);
    }

    private static Segment losses(long from, long number) {
        return new Segment(number, from, Path.of(number + SpoolFolder.LOSSES), 1, Long.MAX_VALUE, Long.MIN_VALUE, 0);
    }

    private Optional<Segment> head() throws InterruptedException {
        return queue.head(Duration.ZERO, segment -> true);
    }

    @Test
    void theHeadIsNeverClaimed() {
        assertThat(queue.claim()).isEmpty();
        queue.add(segment(1));
        assertThat(queue.claim()).isEmpty();
        queue.add(segment(2));
        assertThat(queue.claim()).containsExactly(segment(2));
    }

    @Test
    void lossesAreClaimedTogetherWithWhatTheyMergeWith() {
        queue.add(segment(1));
        queue.add(losses(2, 3));
        assertThat(queue.claim()).isEmpty();
        queue.add(segment(4));
        assertThat(queue.claim()).containsExactly(losses(2, 3), segment(4));
    }

    @Test
    void whatIsClaimedIsNotGivenAwayEvenWhenItBecomesTheHead() throws Exception {
        queue.add(segment(1));
        queue.add(segment(2));
        queue.add(segment(3));
        List<Segment> claimed = queue.claim();

        queue.remove(segment(1));
        assertThat(head()).isEmpty();

        queue.replace(claimed, Optional.of(losses(2, 2)));
        assertThat(head()).contains(losses(2, 2));
        assertThat(queue.firstNumber(9)).isEqualTo(2);
    }

    @Test
    void whatIsReleasedIsGivenAgain() throws Exception {
        queue.add(segment(1));
        queue.add(segment(2));
        queue.claim();
        queue.remove(segment(1));
        queue.release();
        assertThat(head()).contains(segment(2));
    }

    @Test
    void sumsUpWhatItHolds() {
        queue.add(segment(1));
        queue.add(segment(2));
        assertThat(queue.bytes()).isEqualTo(20);
        assertThat(queue.oldestSlot()).isEqualTo(1);
        queue.remove(segment(1));
        assertThat(queue.bytes()).isEqualTo(10);
        assertThat(queue.oldestSlot()).isEqualTo(2);
        assertThat(queue.firstNumber(9)).isEqualTo(2);
        queue.remove(segment(2));
        assertThat(queue.firstNumber(9)).isEqualTo(9);
    }

    @Test
    void whatMayNotBeStoredHoldsUpNobodyAndIsGivenWhenNothingElseIsThere() throws Exception {
        queue.add(segment(1));
        assertThat(queue.head(Duration.ZERO, s -> s.number() > 1)).contains(segment(1));
        queue.add(segment(2));
        assertThat(queue.head(Duration.ZERO, s -> s.number() > 1)).contains(segment(2));

        queue.remove(segment(2));

        assertThat(queue.head(Duration.ZERO, s -> s.number() > 1)).contains(segment(1));
        assertThat(queue.firstNumber(9)).isEqualTo(1);
    }

    @Test
    void whatTheStoreWasGivenIsNeverClaimed() throws Exception {
        queue.add(segment(1));
        queue.add(losses(2, 2));
        queue.add(segment(3));
        queue.add(segment(4));
        assertThat(queue.head(Duration.ZERO, s -> s.number() == 3)).contains(segment(3));

        assertThat(queue.claim()).containsExactly(segment(4));
    }
}
