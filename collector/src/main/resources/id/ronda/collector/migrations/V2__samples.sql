-- The time series: series, samples, gaps, and what makes storing them happen once.

create table collector.series (
    id        int generated always as identity primary key
  , device_id bigint      not null references collector.device
  , metric    text        not null
  , instance  text        not null
  , unit      text        not null
  -- A counter's samples are its rate: its first slot has none.
  , kind      text        not null check (kind in ('gauge', 'state', 'counter'))
  , since     timestamptz not null
  , unique (device_id, metric, instance)
);
create index series_metric on collector.series (metric, id);

-- Narrow and append-only. Not unique: that a sample is stored once is held by ingested_batch, at no cost a row.
create table collector.sample (
    series_id int              not null
  , time      timestamptz      not null
  , value     double precision not null
) partition by range (time);
create index sample_series_time on collector.sample (series_id, time);

-- The batches of a spool that are stored and not yet acknowledged to it.
create table collector.ingested_batch (
    spool   uuid   not null
  , segment bigint not null
  , primary key (spool, segment)
);

-- The newest slot of a device with a stored sample: no slot up to it is polled again.
create table collector.device_progress (
    device_id bigint      not null primary key
  , last_slot timestamptz not null
);

create table collector.gap (
    id        bigint generated always as identity primary key
  , device_id bigint      not null
  , series_id int
  , from_time timestamptz not null
  , to_time   timestamptz
  , reason    text        not null
  , check (to_time > from_time)
);
comment on column collector.gap.series_id is 'null: the whole device';
comment on column collector.gap.to_time is 'null: it lasts';
create unique index gap_open on collector.gap (device_id, coalesce(series_id, 0)) where to_time is null;
create index gap_device on collector.gap (device_id, from_time);

-- Stretches of samples. Their times are the begin of the stretch, in UTC.
create table collector.sample_5m (
    time      timestamptz      not null
  , min       double precision not null
  , max       double precision not null
  , avg       double precision not null
  , last      double precision not null
  , series_id int              not null
  , count     int              not null
  , primary key (series_id, time)
) partition by range (time);
create table collector.sample_1h (like collector.sample_5m, primary key (series_id, time)) partition by range (time);
create table collector.sample_1d (like collector.sample_5m, primary key (series_id, time)) partition by range (time);

-- Up to when each rollup is written ('5m', '1h', '1d'), and until when raw samples were dropped ('raw').
create table collector.rollup_state (
    name    text        not null primary key
  , done_to timestamptz not null
);
insert into collector.rollup_state (name, done_to) values
    ('5m', date_bin('5 minutes', now(), 'epoch'))
  , ('1h', date_bin('1 hour', now(), 'epoch'))
  , ('1d', date_bin('1 day', now(), 'epoch'))
  , ('raw', 'epoch');

-- Stretches of 5 minutes that got samples after they were written.
create table collector.rollup_late (bucket timestamptz not null primary key);

-- Width of a partition: what is dropped at once when its age or the disk demands it.
create table collector.partition_width (
    name text not null primary key
  , days int  not null
);
insert into collector.partition_width (name, days) values
    ('sample', 1)
  , ('sample_5m', 7)
  , ('sample_1h', 91)
  , ('sample_1d', 364);

-- Makes the partitions for the times from first to last that are not there yet; gives their number. The program's
-- own role has no right to change tables: it may call this and its counterpart only.
create function collector.make_partitions(table_name text, first timestamptz, last timestamptz) returns int
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    width interval;
    start timestamptz;
    name  text;
    made  int := 0;
begin
    select days * interval '24 hours' into strict width from collector.partition_width w where w.name = table_name;
    perform pg_advisory_xact_lock(hashtext('collector.partitions'));
    start := date_bin(width, first, 'epoch');
    if last - start > 1000 * width then
        raise exception 'partitions of % from % to % are too many', table_name, first, last;
    end if;
    while start <= last loop
        name := table_name || '_p' || to_char(start at time zone 'UTC', 'YYYYMMDD');
        if to_regclass('collector.' || quote_ident(name)) is null then
            -- Made apart and attached: creating it as a partition would lock out the readers of all others.
            execute format('create table collector.%I (like collector.%I)', name, table_name);
            execute format(
                'alter table collector.%I attach partition collector.%I for values from (%L) to (%L)'
              , table_name, name, start, start + width);
            made := made + 1;
        end if;
        start := start + width;
    end loop;
    return made;
end
$$;

-- Drops the partition that begins there, if there is one.
create function collector.drop_partition(table_name text, start timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s'
as $$
begin
    perform 1 from collector.partition_width w where w.name = table_name;
    if not found then
        raise exception '% is not one of the partitioned tables', table_name;
    end if;
    perform pg_advisory_xact_lock(hashtext('collector.partitions'));
    execute format(
        'drop table if exists collector.%I', table_name || '_p' || to_char(start at time zone 'UTC', 'YYYYMMDD'));
end
$$;

revoke all on function collector.make_partitions(text, timestamptz, timestamptz) from public;
revoke all on function collector.drop_partition(text, timestamptz) from public;
grant execute on function collector.make_partitions(text, timestamptz, timestamptz) to ${app};
grant execute on function collector.drop_partition(text, timestamptz) to ${app};
grant select, insert, update, delete on
    collector.series, collector.sample, collector.sample_5m, collector.sample_1h, collector.sample_1d
  , collector.ingested_batch, collector.device_progress, collector.gap, collector.rollup_state, collector.rollup_late
to ${app};
-- It tells the functions above what to do with the owner's rights: reading it is enough.
revoke insert, update, delete on collector.partition_width from ${app};
grant select on collector.partition_width to ${app};

-- What readers see, Grafana among them.
create view collector.v_series as
select s.id, s.device_id, d.name as device, d.address, s.metric, s.instance, s.unit, s.kind, s.since
from collector.series s
join collector.device d on d.id = s.device_id;

create view collector.v_sample as select series_id, time, value from collector.sample;
create view collector.v_sample_5m as select series_id, time, min, max, avg, last, count from collector.sample_5m;
create view collector.v_sample_1h as select series_id, time, min, max, avg, last, count from collector.sample_1h;
create view collector.v_sample_1d as select series_id, time, min, max, avg, last, count from collector.sample_1d;
create view collector.v_gap as select device_id, series_id, from_time, to_time, reason from collector.gap;

grant usage on schema collector to ${read};
grant select on
    collector.v_series, collector.v_sample, collector.v_sample_5m, collector.v_sample_1h, collector.v_sample_1d
  , collector.v_gap
to ${read};
