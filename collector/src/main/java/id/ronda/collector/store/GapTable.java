package id.ronda.collector.store;

import id.ronda.collector.GapReason;
import id.ronda.collector.store.GapChanges.End;
import id.ronda.collector.store.GapChanges.NewGap;
import java.sql.Types;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes {@code collector.gap}, with as many statements as there are kinds of change, whatever their number. */
final class GapTable {

    /** An end that lies before the gap's begin is out of date and changes nothing; one at its begin means there was no gap. */
    private static final String END = """
            with ended as (
                select device_id, series_id, timestamptz 'epoch' + at * interval '1 millisecond' as at
                from unnest(:devices::bigint[], :series::int[], :at::bigint[]) as e(device_id, series_id, at)
            ), gone as (
                delete from collector.gap g
                using ended e
                where g.device_id = e.device_id and coalesce(g.series_id, 0) = e.series_id
                  and g.to_time is null and g.from_time = e.at
            )
            update collector.gap g
            set to_time = e.at
            from ended e
            where g.device_id = e.device_id and coalesce(g.series_id, 0) = e.series_id
              and g.to_time is null and g.from_time < e.at
            """;

    private static final String ADD = """
            insert into collector.gap (device_id, series_id, from_time, to_time, reason)
            select device_id, nullif(series_id, 0)
                 , timestamptz 'epoch' + from_ms * interval '1 millisecond'
                 , timestamptz 'epoch' + to_ms * interval '1 millisecond'
                 , reason
            from unnest(:devices::bigint[], :series::int[], :from::bigint[], :to::bigint[], :reasons::text[])
                as g(device_id, series_id, from_ms, to_ms, reason)
            on conflict do nothing
            """;

    private static final String LOSE = """
            insert into collector.gap (device_id, from_time, to_time, reason)
            select l.device_id
                 , timestamptz 'epoch' + l.from_ms * interval '1 millisecond'
                 , timestamptz 'epoch' + l.through_ms * interval '1 millisecond'
                     + coalesce(d.interval_s, 1) * interval '1 second'
                 , :reason
            from unnest(:devices::bigint[], :from::bigint[], :through::bigint[]) as l(device_id, from_ms, through_ms)
            left join collector.device d on d.id = l.device_id
            """;

    private GapTable() {}

    static void apply(Handle handle, GapChanges changes) {
        if (!changes.ends().isEmpty()) {
            end(handle, changes.ends());
        }
        if (!changes.gaps().isEmpty()) {
            add(handle, changes.gaps());
        }
        if (!changes.losses().isEmpty()) {
            handle.createUpdate(LOSE)
                    .bindBySqlType("devices", longs(changes.losses(), l -> l.device()), Types.ARRAY)
                    .bindBySqlType("from", longs(changes.losses(), l -> l.slot()), Types.ARRAY)
                    .bindBySqlType("through", longs(changes.losses(), l -> l.through()), Types.ARRAY)
                    .bind("reason", GapReason.SPOOL_OVERFLOW.code())
                    .execute();
        }
    }

    private static void end(Handle handle, List<End> ends) {
        handle.createUpdate(END)
                .bindBySqlType("devices", longs(ends, End::device), Types.ARRAY)
                .bindBySqlType("series", ends.stream().mapToInt(End::series).toArray(), Types.ARRAY)
                .bindBySqlType("at", longs(ends, End::at), Types.ARRAY)
                .execute();
    }

    private static void add(Handle handle, List<NewGap> gaps) {
        handle.createUpdate(ADD)
                .bindBySqlType("devices", longs(gaps, NewGap::device), Types.ARRAY)
                .bindBySqlType("series", gaps.stream().mapToInt(NewGap::series).toArray(), Types.ARRAY)
                .bindBySqlType("from", longs(gaps, NewGap::from), Types.ARRAY)
                .bindBySqlType("to", gaps.stream().map(NewGap::to).toArray(Long[]::new), Types.ARRAY)
                .bindBySqlType(
                        "reasons", gaps.stream().map(g -> g.reason().code()).toArray(String[]::new), Types.ARRAY)
                .execute();
    }

    private static <T> long[] longs(List<T> rows, java.util.function.ToLongFunction<T> column) {
        return rows.stream().mapToLong(column).toArray();
    }
}
