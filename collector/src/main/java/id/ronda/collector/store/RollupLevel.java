package id.ronda.collector.store;

import java.time.Duration;

/** The stretches that samples are rolled up to; each is made from the one before it. Their raster is that of UTC. */
enum RollupLevel {
    FIVE_MINUTES("5m", Duration.ofMinutes(5), PartitionedTable.FIVE_MINUTES),
    HOUR("1h", Duration.ofHours(1), PartitionedTable.HOUR),
    DAY("1d", Duration.ofDays(1), PartitionedTable.DAY);

    private final String code;
    private final long width;
    private final PartitionedTable table;

    RollupLevel(String code, Duration width, PartitionedTable table) {
        this.code = code;
        this.width = width.toMillis();
        this.table = table;
    }

    /** The name in {@code collector.rollup_state}. */
    String code() {
        return code;
    }

    PartitionedTable table() {
        return table;
    }

    long widthMillis() {
        return width;
    }

    /** Begin of the stretch that holds that time, in milliseconds. */
    long floor(long millis) {
        return Math.floorDiv(millis, width) * width;
    }
}
