package id.ronda.collector.spool;

import id.ronda.collector.GapReason;
import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import id.ronda.collector.spool.SpoolRecord.SamplesLost;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Records for tests, and what a segment gives back of them. */
final class SpoolRecords {

    static final UUID SPOOL = UUID.fromString("0b0e7a52-7f0c-4a55-9a4e-3f2a5b1c9d10");

    private SpoolRecords() {}

    /** One group of {@code size} samples whose series and values say where they belong. */
    static SampleGroup group(long device, long slot, int size) {
        int[] series =
                IntStream.range(0, size).map(i -> (int) device * 1000 + i).toArray();
        double[] values =
                IntStream.range(0, size).mapToDouble(i -> slot / 1000.0 + i).toArray();
        return new SampleGroup(device, slot, series, values);
    }

    static Arbitrary<SpoolRecord> any() {
        Arbitrary<Long> device = Arbitraries.longs();
        Arbitrary<Long> slot = Arbitraries.longs();
        Arbitrary<Integer> series = Arbitraries.integers();
        return Arbitraries.oneOf(
                Combinators.combine(device, slot, groups()).as(SpoolRecords::group),
                Combinators.combine(device, series, slot, Arbitraries.of(GapReason.class))
                        .as(GapOpened::new),
                Combinators.combine(device, series, slot).as(GapClosed::new),
                Combinators.combine(device, slot, slot, Arbitraries.longs()).as(SamplesLost::new));
    }

    private static Arbitrary<List<Double>> groups() {
        return Arbitraries.doubles().list().ofMaxSize(40);
    }

    private static SpoolRecord group(long device, long slot, List<Double> values) {
        return new SampleGroup(
                device,
                slot,
                values.stream().mapToInt(Object::hashCode).toArray(),
                values.stream().mapToDouble(v -> v).toArray());
    }

    /** A sealed segment with these records, as its file's bytes. */
    static byte[] sealed(List<SpoolRecord> records) throws IOException {
        Path file = Files.createTempFile("ronda-segment", ".segment");
        try {
            SegmentHeader header = new SegmentHeader(SPOOL, 7, 7);
            try (SegmentWriter writer = new SegmentWriter(header, file, SpoolFolder.openForWriting(file))) {
                for (SpoolRecord spoolRecord : records) {
                    writer.append(spoolRecord);
                }
                writer.seal();
            }
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    /** All records of the bytes up to the first that does not check, in a form that can be compared. */
    static List<String> readBack(byte[] file) {
        Collected collected = new Collected();
        SegmentScan.of(ByteBuffer.wrap(file), collected);
        return collected.seen;
    }

    static String text(SpoolRecord spoolRecord) {
        if (spoolRecord instanceof SampleGroup g) {
            StringBuilder text = new StringBuilder("group " + g.device() + " " + g.slot());
            for (int i = 0; i < g.series().length; i++) {
                text.append(' ').append(g.series()[i]).append('=').append(Double.doubleToRawLongBits(g.values()[i]));
            }
            return text.toString();
        }
        return spoolRecord.toString();
    }

    private static final class Collected implements SegmentVisitor {

        private final List<String> seen = new ArrayList<>();

        @Override
        public void samples(long device, long slot, int count, ByteBuffer columns) {
            int[] series = new int[count];
            double[] values = new double[count];
            columns.asIntBuffer().get(series);
            columns.position(columns.position() + count * Integer.BYTES);
            columns.asDoubleBuffer().get(values);
            seen.add(text(new SampleGroup(device, slot, series, values)));
        }

        @Override
        public void mark(SpoolRecord mark) {
            seen.add(text(mark));
        }
    }
}
