-- The second way to lay the samples out: TimescaleDB's hypertable, columnstore and continuous aggregates instead of our
-- partitions and rollups. Same names, same columns, same views. Nothing here names the extension outside a function
-- body, so that a server without it takes this migration too.

-- One row: how the samples lie here ('partitions', 'timescale'). The program asks at its start.
create table collector.layout (
    one  boolean not null primary key default true check (one)
  , name text    not null check (name in ('partitions', 'timescale'))
);
insert into collector.layout (name) values ('partitions');
revoke insert, update, delete on collector.layout from ${app};
grant select on collector.layout to ${app};

-- Why TimescaleDB cannot be used here; null: it can, and the extension is there.
create function collector.timescale_obstacle() returns text
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    found record;
begin
    if not exists (select from pg_available_extensions where name = 'timescaledb') then
        return 'the server does not offer it';
    end if;
    -- Its loader defines this one. Creating the extension without the loader would end the connection.
    if current_setting('timescaledb.max_background_workers', true) is null then
        return 'shared_preload_libraries of the server does not name timescaledb';
    end if;
    begin
        create extension if not exists timescaledb schema public;
        select extnamespace::regnamespace::text as schema, regexp_match(extversion, '^(\d+)\.(\d+)')::int[] as version
        into strict found from pg_extension where extname = 'timescaledb';
        if found.schema <> 'public' then
            raise exception 'the extension lies in the schema %, not in public', found.schema;
        elsif found.version < '{2,20}' then
            raise exception 'its version is older than 2.20';
        elsif current_setting('timescaledb.license', true) is distinct from 'timescale' then
            raise exception 'timescaledb.license is %, not timescale', current_setting('timescaledb.license', true);
        end if;
    exception when others then
        -- Takes an extension that was made in vain away again.
        return sqlerrm;
    end;
    return null;
end
$$;

-- Replaces the empty partitioned tables by a hypertable and its continuous aggregates, if the server can and nothing is
-- stored yet. Called by the owner after every migration; gives the layout that is in use then.
create function collector.adopt_timescale() returns text
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    obstacle text;
    filled   boolean;
begin
    if (select name from collector.layout) = 'timescale' then
        return 'timescale';
    end if;
    select exists (select from collector.sample) or exists (select from collector.sample_5m)
        or exists (select from collector.sample_1h) or exists (select from collector.sample_1d) into filled;
    if filled then
        return 'partitions';
    end if;
    obstacle := collector.timescale_obstacle();
    if obstacle is not null then
        raise notice 'the samples lie in plain partitions: TimescaleDB is not used because %', obstacle;
        return 'partitions';
    end if;

    drop view collector.v_sample, collector.v_sample_5m, collector.v_sample_1h, collector.v_sample_1d;
    drop table collector.sample, collector.sample_5m, collector.sample_1h, collector.sample_1d;
    perform collector.make_hypertable();
    perform collector.make_aggregates();

    create view collector.v_sample as select series_id, time, value from collector.sample;
    create view collector.v_sample_5m as select series_id, time, min, max, avg, last, count from collector.sample_5m;
    create view collector.v_sample_1h as select series_id, time, min, max, avg, last, count from collector.sample_1h;
    create view collector.v_sample_1d as select series_id, time, min, max, avg, last, count from collector.sample_1d;
    grant select on collector.v_sample, collector.v_sample_5m, collector.v_sample_1h, collector.v_sample_1d to ${read};
    grant select on collector.sample_5m, collector.sample_1h, collector.sample_1d to ${app};
    grant select, insert, update, delete on collector.sample to ${app};

    insert into collector.rollup_state (name, done_to) values ('dropped_5m', 'epoch'), ('dropped_1h', 'epoch');
    perform public.add_job('collector.refresh_rollups', interval '1 minute');
    update collector.layout set name = 'timescale';
    return 'timescale';
end
$$;

create function collector.make_hypertable() returns void
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    create table collector.sample (
        series_id int              not null
      , time      timestamptz      not null
      , value     double precision not null
    );
    create index sample_series_time on collector.sample (series_id, time);
    perform public.create_hypertable(
        'collector.sample', public.by_range('time', interval '1 day'), create_default_indexes => false);
    alter table collector.sample set (
        timescaledb.enable_columnstore, timescaledb.segmentby = 'series_id', timescaledb.orderby = 'time');
    call public.add_columnstore_policy(
        'collector.sample', after => interval '2 hours', schedule_interval => interval '30 minutes');
end
$$;

-- Each is made from the one before it and shows what is written, never a stretch that still runs: as the tables do that
-- they replace. Their chunks are as wide as collector.partition_width says.
create function collector.make_aggregates() returns void
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    name text;
begin
    create materialized view collector.sample_5m
        with (timescaledb.continuous, timescaledb.materialized_only = true, timescaledb.chunk_interval = '7 days')
    as
    select public.time_bucket('5 minutes', time) as time, min(value) as min, max(value) as max, avg(value) as avg
         , public.last(value, time) as last, series_id, count(*)::int as count
    from collector.sample
    group by series_id, public.time_bucket('5 minutes', time)
    with no data;

    create materialized view collector.sample_1h
        with (timescaledb.continuous, timescaledb.materialized_only = true, timescaledb.chunk_interval = '91 days')
    as
    select public.time_bucket('1 hour', time) as time, min(min) as min, max(max) as max
         , sum(avg * count) / sum(count) as avg, public.last(last, time) as last, series_id, sum(count)::int as count
    from collector.sample_5m
    group by series_id, public.time_bucket('1 hour', time)
    with no data;

    create materialized view collector.sample_1d
        with (timescaledb.continuous, timescaledb.materialized_only = true, timescaledb.chunk_interval = '364 days')
    as
    select public.time_bucket('1 day', time) as time, min(min) as min, max(max) as max
         , sum(avg * count) / sum(count) as avg, public.last(last, time) as last, series_id, sum(count)::int as count
    from collector.sample_1h
    group by series_id, public.time_bucket('1 day', time)
    with no data;

    foreach name in array array['sample_5m', 'sample_1h', 'sample_1d'] loop
        execute format(
            'alter materialized view collector.%I set (timescaledb.enable_columnstore, timescaledb.segmentby = %L'
            ', timescaledb.orderby = %L)', name, 'series_id', 'time');
        call public.add_columnstore_policy(
            ('collector.' || name)::regclass, after => interval '1 day', schedule_interval => interval '1 hour');
    end loop;
end
$$;

-- Writes the aggregates up to now, late rows of the whole raw window included: the extension knows which stretches
-- changed. A job of the extension calls this every minute. The window never reaches into what was dropped: refreshing a
-- stretch whose samples are gone would empty it. No SET clause, because it commits in between.
create procedure collector.refresh_rollups(job_id int default null, config jsonb default null)
    language plpgsql
as $$
declare
    kept_from timestamptz;
    done      timestamptz := date_bin('5 minutes', now() - interval '90 seconds', 'epoch');
begin
    if not pg_try_advisory_lock(hashtext('collector.partitions')) then
        return;
    end if;
    select done_to into strict kept_from from collector.rollup_state where name = 'raw';
    if kept_from < done then
        call public.refresh_continuous_aggregate('collector.sample_5m', kept_from, done);
    end if;
    update collector.rollup_state set done_to = greatest(done_to, done) where name = '5m';
    commit;

    done := date_bin('1 hour', done, 'epoch');
    select done_to into strict kept_from from collector.rollup_state where name = 'dropped_5m';
    call public.refresh_continuous_aggregate('collector.sample_1h', kept_from, done);
    update collector.rollup_state set done_to = greatest(done_to, done) where name = '1h';
    commit;

    done := date_bin('1 day', done, 'epoch');
    select done_to into strict kept_from from collector.rollup_state where name = 'dropped_1h';
    call public.refresh_continuous_aggregate('collector.sample_1d', kept_from, done);
    update collector.rollup_state set done_to = greatest(done_to, done) where name = '1d';
    commit;
    perform pg_advisory_unlock(hashtext('collector.partitions'));
end
$$;

-- Drops the chunk that begins there, if there is one, and notes that what was made of it must not be made again.
create function collector.drop_chunk(table_name text, start timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '60s'
as $$
declare
    behind timestamptz;
begin
    select start + days * interval '24 hours' into strict behind
    from collector.partition_width w where w.name = table_name;
    -- Waits for the job; readers of the chunk are not kept waiting that long.
    perform pg_advisory_xact_lock(hashtext('collector.partitions'));
    perform set_config('lock_timeout', '5s', true);
    update collector.rollup_state set done_to = greatest(done_to, behind)
    where name = case table_name when 'sample' then 'raw' when 'sample_5m' then 'dropped_5m'
                                 when 'sample_1h' then 'dropped_1h' end;
    perform public.drop_chunks(('collector.' || table_name)::regclass, older_than => behind, newer_than => start);
end
$$;

-- The chunks there are. unpacked_bytes: what a packed one took before it was packed, null for those that are not.
create function collector.chunks()
    returns table (table_name text, start timestamptz, behind timestamptz, bytes bigint, unpacked_bytes bigint)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
    return query
        select t.name::text, c.range_start, c.range_end, s.total_bytes, p.before_compression_total_bytes
        from (
            select 'sample' as name, 'collector' as schema, 'sample' as hypertable
            union all
            select view_name, materialization_hypertable_schema, materialization_hypertable_name
            from timescaledb_information.continuous_aggregates
            where view_schema = 'collector' and view_name in ('sample_5m', 'sample_1h', 'sample_1d')
        ) t
        join timescaledb_information.chunks c on c.hypertable_schema = t.schema and c.hypertable_name = t.hypertable
        cross join lateral public.chunks_detailed_size(format('%I.%I', t.schema, t.hypertable)::regclass) s
        left join lateral public.chunk_columnstore_stats(format('%I.%I', t.schema, t.hypertable)::regclass) p
            on p.chunk_name = c.chunk_name
        where s.chunk_schema = c.chunk_schema and s.chunk_name = c.chunk_name
        order by 1, 2;
end
$$;

revoke all on function collector.timescale_obstacle() from public;
revoke all on function collector.adopt_timescale() from public;
revoke all on function collector.make_hypertable() from public;
revoke all on function collector.make_aggregates() from public;
revoke all on procedure collector.refresh_rollups(int, jsonb) from public;
revoke all on function collector.drop_chunk(text, timestamptz) from public;
revoke all on function collector.chunks() from public;
grant execute on function collector.drop_chunk(text, timestamptz) to ${app};
grant execute on function collector.chunks() to ${app};
