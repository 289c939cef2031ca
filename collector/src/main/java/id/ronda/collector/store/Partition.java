package id.ronda.collector.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A partition as it lies on the disk.
 *
 * @param from its first moment
 * @param bytes with its indexes
 */
record Partition(PartitionedTable table, Instant from, long bytes) {

    private static final String LIST = """
            select p.relname, c.relname, pg_total_relation_size(c.oid)
            from pg_inherits i
            join pg_class c on c.oid = i.inhrelid
            join pg_class p on p.oid = i.inhparent
            where p.relnamespace = 'collector'::regnamespace and p.relkind = 'p' and c.relkind in ('r', 't')
            order by 1, 2
            """;

    /** The first moment behind it. */
    Instant to() {
        return from.plusMillis(table.widthMillis());
    }

    boolean isRaw() {
        return table == PartitionedTable.SAMPLE;
    }

    /** All partitions there are, by table and time. */
    static List<Partition> list(Handle handle) {
        return handle.createQuery(LIST)
                .map((row, context) -> named(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private static Partition named(String table, String name, long bytes) {
        LocalDate from = LocalDate.parse(name.substring(table.length() + 2), DateTimeFormatter.BASIC_ISO_DATE);
        return new Partition(
                PartitionedTable.of(table), from.atStartOfDay(ZoneOffset.UTC).toInstant(), bytes);
    }
}
