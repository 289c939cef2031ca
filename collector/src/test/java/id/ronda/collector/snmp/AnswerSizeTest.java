package id.ronda.collector.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerSizeTest {
    private final AnswerSize size = new AnswerSize(AnswerSize.START_BULK_VALUES);

    @Test
    void growsByOneForEachWholeAnswerNearTheLimit() {
        size.whole(20, 1);
        size.whole(3, 1);

        assertThat(size.bulkValues()).isEqualTo(21);
    }

    @Test
    void hasABound() {
        IntStream.range(0, 200).forEach(i -> size.whole(50, 64));

        assertThat(size.bulkValues()).isEqualTo(AnswerSize.MAX_BULK_VALUES);
        assertThat(size.oids()).isEqualTo(AnswerSize.MAX_OIDS);
    }

    @Test
    void isHalvedByALossAndNeverBelowOne() {
        size.lost(20, 1);
        assertThat(size.bulkValues()).isEqualTo(10);

        IntStream.range(0, 9).forEach(i -> size.lost(1, 1));
        assertThat(size.bulkValues()).isEqualTo(1);
    }

    @Test
    void aLostGetSaysNothingAboutGetBulk() {
        size.lost(0, 40);

        assertThat(size.oids()).isEqualTo(20);
        assertThat(size.bulkValues()).isEqualTo(AnswerSize.START_BULK_VALUES);
    }

    @Test
    void aSmallLossDoesNotRaiseTheLimit() {
        size.lost(0, 10);
        size.lost(0, 40);

        assertThat(size.oids()).isEqualTo(5);
    }
}
