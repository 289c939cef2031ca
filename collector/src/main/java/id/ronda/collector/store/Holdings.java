package id.ronda.collector.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored, as the retention counts it.
 *
 * @param partitions with the bytes that each takes for good
 * @param passingBytes taken now beyond that, until the open pieces are packed
 * @param reservedBytes of the budget that only open pieces may fill
 */
record Holdings(List<Partition> partitions, long passingBytes, long reservedBytes) {

    /** How much smaller a piece gets by packing, until one was seen: less than real data gives (20 and more). */
    private static final double FIRST_RATIO = 8;

    /** A piece is packed two hours after its end and a little later: until then the next one fills beside it. */
    private static final double OPEN_AT_ONCE = 9.0 / 8;

    /**
     * A chunk of TimescaleDB.
     *
     * @param partition with the bytes it takes now
     * @param unpackedBytes what it took before it was packed; null: it is still open
     */
    record Chunk(Partition partition, @Nullable Long unpackedBytes) {

        boolean isOpen() {
            return unpackedBytes == null;
        }

        private long peakBytes() {
            return unpackedBytes == null ? partition.bytes() : unpackedBytes;
        }

        private Partition settled(double ratio) {
            return isOpen() && partition.isRaw()
                    ? new Partition(partition.table(), partition.from(), (long) (partition.bytes() / ratio))
                    : partition;
        }
    }

    /** Nothing of it will get smaller. */
    static Holdings settled(List<Partition> partitions) {
        return new Holdings(partitions, 0, 0);
    }

    /**
     * Raw chunks are large while they are open and small for good: the plan compares days by what they take for good,
     * and the budget keeps room for the open ones. Otherwise each midnight would drop days that fit.
     */
    static Holdings of(List<Chunk> chunks) {
        double ratio = ratio(chunks);
        List<Partition> settled =
                chunks.stream().map(chunk -> chunk.settled(ratio)).toList();
        long passing = bytes(chunks.stream().map(Chunk::partition).toList()) - bytes(settled);
        long largest = chunks.stream()
                .filter(chunk -> chunk.partition().isRaw())
                .mapToLong(Chunk::peakBytes)
                .max()
                .orElse(0);
        return new Holdings(settled, passing, Math.max(passing, (long) (largest * OPEN_AT_ONCE)));
    }

    private static double ratio(List<Chunk> chunks) {
        List<Chunk> packed = chunks.stream()
                .filter(chunk -> chunk.partition().isRaw() && !chunk.isOpen())
                .toList();
        long before = packed.stream().mapToLong(Chunk::peakBytes).sum();
        long after = bytes(packed.stream().map(Chunk::partition).toList());
        return before <= 0 || after <= 0 ? FIRST_RATIO : Math.max(1, before / (double) after);
    }

    private static long bytes(List<Partition> partitions) {
        return partitions.stream().mapToLong(Partition::bytes).sum();
    }
}
