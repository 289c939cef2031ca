package id.ronda.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {
    @Test
    void everyTypeIsRead() {
        Recording read = Recording.parse(
                "all",
                List.of(
                        "1.3.6.1.2.1.1.1.0|4|RouterOS | with a bar",
                        "1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.14988.1",
                        "1.3.6.1.2.1.2.2.1.5.1|66|4294967295",
                        "1.3.6.1.2.1.2.2.1.6.1|4x|00aaBBcc0102",
                        "1.3.6.1.2.1.2.2.1.8.1|2|-3",
                        "1.3.6.1.2.1.4.20.1.1.127.0.0.1|64|127.0.0.1",
                        "1.3.6.1.2.1.4.20.1.1.127.0.0.2|64x|7f000002",
                        "1.3.6.1.2.1.31.1.1.1.6.1|70|18446744073709551615",
                        "1.3.6.1.2.1.33.1.3.3.1.5.1|5|"));
        assertThat(read.skipped()).isEmpty();
        assertThat(constant(read, "1.3.6.1.2.1.1.1.0").content()).asString().isEqualTo("RouterOS | with a bar");
        assertThat(constant(read, "1.3.6.1.2.1.1.2.0").content())
                .isEqualTo(Oid.of("1.3.6.1.4.1.14988.1").encoded());
        assertThat(constant(read, "1.3.6.1.2.1.2.2.1.5.1").number()).isEqualTo(4_294_967_295L);
        assertThat(constant(read, "1.3.6.1.2.1.2.2.1.6.1").content()).hasSize(6);
        assertThat(constant(read, "1.3.6.1.2.1.2.2.1.8.1").number()).isEqualTo(-3);
        assertThat(constant(read, "1.3.6.1.2.1.4.20.1.1.127.0.0.2").content()).containsExactly(127, 0, 0, 2);
        assertThat(constant(read, "1.3.6.1.2.1.31.1.1.1.6.1").number()).isEqualTo(-1);
        assertThat(constant(read, "1.3.6.1.2.1.33.1.3.3.1.5.1").syntax()).isEqualTo(Syntax.NULL);
    }

    @Test
    void brokenLinesAreSkippedAndNamed() {
        Recording read = Recording.parse(
                "broken",
                List.of(
                        "",
                        "1.3.6.1.2.1.1.3.0|67|<private>",
                        "1.3.6.1.2.1.1.5.0|4:numeric|x=1",
                        "1.3.6.1.2.1.1.5.0|4e|\\x07",
                        "1.3.6.1.2.1.4.20.1.2.10.xx.xx.100|2|1",
                        "1.3.6.1.2.1.2.2.1.8.1|2|2147483648",
                        "1.3.6.1.2.1.2.2.1.8.2|99|1",
                        "1.3.6.1.2.1.2.2.1.8.3|64|*.*.*.*",
                        "1.3.6.1.2.1.2.2.1.8.4|64|1.2.3",
                        "1.3.6.1.2.1.2.2.1.8.5|4x|abc",
                        "no line at all",
                        "1.3.6.1.2.1.1.7.0|2|72"));
        assertThat(read.objects()).containsOnlyKeys(Oid.of("1.3.6.1.2.1.1.7.0"));
        assertThat(read.skipped())
                .extracting(Recording.SkippedLine::line)
                .containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(read.skipped()).allSatisfy(line -> assertThat(line.reason()).isNotBlank());
    }

    @Test
    void unsortedFilesAreSortedAndTheLastOfTwoWins() {
        Recording read = Recording.parse(
                "unsorted",
                List.of(
                        "1.3.6.1.2.1.2.2.1.2.10|4|ten",
                        "1.3.6.1.2.1.2.2.1.2.9|4|nine",
                        "1.3.6.1.2.1.2.2.1.2.10|4|again"));
        assertThat(read.objects().keySet())
                .extracting(Oid::toString)
                .containsExactly("1.3.6.1.2.1.2.2.1.2.9", "1.3.6.1.2.1.2.2.1.2.10");
        assertThat(constant(read, "1.3.6.1.2.1.2.2.1.2.10").content())
                .asString()
                .isEqualTo("again");
    }

    @Test
    void liveCountersGoOnAtTheirMeanRateAndBeginAtNothingAfterAReboot() {
        Recording read = Recording.parse(
                "live",
                List.of("1.3.6.1.2.1.1.3.0|67|10000", "1.3.6.1.2.1.2.2.1.10.1|65|5050", "1.3.6.1.4.1.9.9.1.0|65|500"));
        ObjectTree tree = read.tree(Replay.LIVE);
        Moment later = new Moment(110_000_000_000L, 0, 0);
        assertThat(at(tree, "1.3.6.1.2.1.1.3.0", later)).isEqualTo(11_000);
        assertThat(at(tree, "1.3.6.1.2.1.2.2.1.10.1", later)).isEqualTo(5_550);
        assertThat(at(tree, "1.3.6.1.2.1.2.2.1.10.1", new Moment(1_000_000_000L, 0, 1)))
                .isEqualTo(50);
        assertThat(tree.value(tree.find(Oid.of("1.3.6.1.4.1.9.9.1.0")))).isInstanceOf(ServedValue.Constant.class);
    }

    @Test
    void frozenRecordingsStayAsTheyWere() {
        Recording read = Recording.parse("frozen", List.of("1.3.6.1.2.1.1.3.0|67|10000"));
        assertThat(read.tree(Replay.FROZEN).value(0)).isInstanceOf(ServedValue.Constant.class);
    }

    private static ServedValue.Constant constant(Recording recording, String oid) {
        return (ServedValue.Constant) recording
                .tree(Replay.FROZEN)
                .value(recording.tree(Replay.FROZEN).find(Oid.of(oid)));
    }

    private static long at(ObjectTree tree, String oid, Moment moment) {
        return ((ServedValue.Measured) tree.value(tree.find(Oid.of(oid)))).at().applyAsLong(moment);
    }
}
