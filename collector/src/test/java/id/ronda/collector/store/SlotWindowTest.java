package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

final class SlotWindowTest {

    /** Slots at 17, 47, 77... seconds. */
    private final SlotWindow window = new SlotWindow(47_000, 137_000, 30_000, 17_000);

    @Test
    void theBeginIsInAndTheEndIsNot() {
        assertThat(window.size()).isEqualTo(3);
        assertThat(new SlotWindow(47_001, 137_001, 30_000, 17_000).size()).isEqualTo(3);
        assertThat(new SlotWindow(137_000, 47_000, 30_000, 17_000).size()).isZero();
    }

    @Test
    void aGapCountsTheSlotsThatLieInTheStretch() {
        assertThat(marked(77_000, 107_000)).isEqualTo("{1}");
        assertThat(marked(0, 47_001)).isEqualTo("{0}");
        assertThat(marked(100_000, 900_000)).isEqualTo("{2}");
        assertThat(marked(0, 47_000)).isEqualTo("{}");
        assertThat(marked(200_000, 900_000)).isEqualTo("{}");
    }

    private String marked(long begin, long end) {
        var missing = new BitSet();
        window.mark(missing, begin, end);
        return missing.toString();
    }
}
