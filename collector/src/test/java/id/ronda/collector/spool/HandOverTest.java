package id.ronda.collector.spool;

import static id.ronda.collector.spool.SpoolRecords.group;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.GapReason;
import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.collector.spool.SpoolRecord.SamplesLost;
import org.junit.jupiter.api.Test;

final class HandOverTest {

    private final HandOver handOver = new HandOver(200);

    @Test
    void givesRecordsInTheirOrder() {
        assertThat(handOver.offer(group(1, 1000, 1))).isTrue();
        assertThat(handOver.offer(group(2, 1000, 1))).isTrue();
        assertThat(handOver.poll()).extracting(r -> r.device()).isEqualTo(1L);
        assertThat(handOver.poll()).extracting(r -> r.device()).isEqualTo(2L);
        assertThat(handOver.poll()).isNull();
    }

    @Test
    void whatDoesNotFitBecomesALoss() {
        assertThat(handOver.offer(group(1, 1000, 100))).isFalse();
        assertThat(handOver.isEmpty()).isFalse();
        assertThat(handOver.takeLosses().records()).containsExactly(new SamplesLost(1, 1000, 1000, 100));
        assertThat(handOver.isEmpty()).isTrue();
    }

    @Test
    void hasRoomAgainWhenRecordsWereTaken() {
        handOver.offer(group(1, 1000, 10));
        assertThat(handOver.offer(group(1, 2000, 10))).isFalse();
        handOver.poll();
        assertThat(handOver.offer(group(1, 3000, 10))).isTrue();
    }

    @Test
    void gapsKeepTheirOrderWhenSomeDidNotFit() {
        handOver.offer(group(1, 1000, 14));
        GapOpened opened = new GapOpened(1, 0, 2000, GapReason.TIMEOUT);
        GapClosed closed = new GapClosed(1, 0, 3000);
        assertThat(handOver.offer(opened)).isFalse();
        handOver.poll();
        // Now there would be room, but the gap it ends is still in the ledger.
        assertThat(handOver.offer(closed)).isTrue();
        assertThat(handOver.poll()).isNull();
        assertThat(handOver.takeLosses().records()).containsExactly(opened, closed);
    }
}
