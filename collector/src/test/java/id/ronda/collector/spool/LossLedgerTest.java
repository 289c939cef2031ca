package id.ronda.collector.spool;

import static id.ronda.collector.spool.SpoolRecords.group;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.GapReason;
import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.collector.spool.SpoolRecord.SamplesLost;
import org.junit.jupiter.api.Test;

final class LossLedgerTest {

    private final LossLedger ledger = new LossLedger();

    @Test
    void mergesTheLossesOfADevice() {
        ledger.add(group(1, 5000, 10));
        ledger.add(group(1, 3000, 10));
        ledger.add(group(2, 4000, 1));

        assertThat(ledger.records())
                .containsExactly(new SamplesLost(1, 3000, 5000, 20), new SamplesLost(2, 4000, 4000, 1));
        assertThat(ledger.samples()).isEqualTo(21);
    }

    @Test
    void countsALossThatWasCountedBeforeOnlyInItsRecord() {
        ledger.add(new SamplesLost(1, 1000, 2000, 30));
        ledger.add(group(1, 3000, 5));

        assertThat(ledger.records()).containsExactly(new SamplesLost(1, 1000, 3000, 35));
        assertThat(ledger.samples()).isEqualTo(5);
    }

    @Test
    void keepsGapsInTheirOrder() {
        ledger.add(new GapClosed(1, 0, 1000));
        ledger.add(new GapOpened(1, 0, 2000, GapReason.NO_ROUTE));

        assertThat(ledger.records())
                .containsExactly(new GapClosed(1, 0, 1000), new GapOpened(1, 0, 2000, GapReason.NO_ROUTE));
    }

    @Test
    void staysSmallWhenADeviceFlaps() {
        ledger.add(new GapClosed(1, 0, 0));
        for (int i = 1; i <= 1000; i++) {
            ledger.add(new GapOpened(1, 0, i * 10L, GapReason.TIMEOUT));
            ledger.add(new GapClosed(1, 0, i * 10L + 5));
        }

        var records = ledger.records();

        assertThat(records).hasSizeLessThan(20);
        assertThat(records.getFirst()).isEqualTo(new GapClosed(1, 0, 0));
        assertThat(records).contains(new GapClosed(1, 0, 10_005));
        // The gaps that made room are inside the loss: from the first opening to the last closing that was folded.
        assertThat(records.getLast()).isInstanceOfSatisfying(SamplesLost.class, lost -> {
            assertThat(lost.slot()).isEqualTo(10);
            assertThat(lost.samples()).isZero();
        });
    }

    @Test
    void isEmptyWithoutARecord() {
        assertThat(ledger.isEmpty()).isTrue();
        ledger.add(new GapClosed(1, 0, 1000));
        assertThat(ledger.isEmpty()).isFalse();
    }
}
