package id.ronda.collector.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What a segment promises for all contents: all of it comes back, and of a torn one exactly what is whole. */
final class SegmentPropertiesTest {

    @Provide
    Arbitrary<List<SpoolRecord>> records() {
        return SpoolRecords.any().list().ofMaxSize(12);
    }

    @Property(tries = 150)
    void allRecordsComeBack(@ForAll("records") List<SpoolRecord> records) throws IOException {
        byte[] file = SpoolRecords.sealed(records);

        assertThat(SpoolRecords.readBack(file)).isEqualTo(texts(records));
        SegmentScan scan = SegmentScan.of(ByteBuffer.wrap(file), new SegmentSpan());
        assertThat(scan.sealed()).isTrue();
        assertThat(scan.span().records()).isEqualTo(records.size());
    }

    @Property(tries = 15)
    void tornAtAnyByteGivesTheWholeRecordsBeforeIt(@ForAll("records") List<SpoolRecord> records) throws IOException {
        byte[] file = SpoolRecords.sealed(records);
        List<String> all = texts(records);
        for (int length = 0; length < file.length; length++) {
            byte[] torn = Arrays.copyOf(file, length);
            SegmentScan scan = SegmentScan.of(ByteBuffer.wrap(torn), new SegmentSpan());

            assertThat(scan.sealed()).isFalse();
            assertThat(SpoolRecords.readBack(torn)).isEqualTo(all.subList(0, wholeBefore(length, records)));
        }
    }

    @Property(tries = 150)
    void flippedBitNeverGivesAnotherRecord(
            @ForAll("records") List<SpoolRecord> records, @ForAll @IntRange(min = 0) int where) throws IOException {
        byte[] file = SpoolRecords.sealed(records);
        int bit = where % (file.length * 8);
        file[bit / 8] ^= (byte) (1 << (bit % 8));

        List<String> read = SpoolRecords.readBack(file);

        assertThat(texts(records).subList(0, read.size())).isEqualTo(read);
        assertThat(SegmentScan.of(ByteBuffer.wrap(file), new SegmentSpan()).sealed())
                .isFalse();
    }

    private static int wholeBefore(int length, List<SpoolRecord> records) {
        int end = SegmentHeader.FRAME_BYTES;
        int whole = 0;
        for (SpoolRecord spoolRecord : records) {
            end += Frames.OVERHEAD_BYTES + RecordCodec.payloadBytes(spoolRecord);
            if (end > length) {
                return whole;
            }
            whole++;
        }
        return whole;
    }

    private static List<String> texts(List<SpoolRecord> records) {
        return records.stream().map(SpoolRecords::text).toList();
    }
}
