-- Finding devices among many: what words are looked for in, and an order by each column that a list is sorted by.
-- The newest answer has no index on purpose: it changes with every poll, and a row whose indexed columns stay as they are is
-- rewritten in its own page. The state has one: a poll that finds it unchanged does not touch it.

-- array_to_string is only stable, since it calls the output function of any element; that of text is immutable.
create function collector.joined(words text[]) returns text
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$ select array_to_string(words, ' ') $$;
revoke all on function collector.joined(text[]) from public;
grant execute on function collector.joined(text[]) to ${app};

alter table collector.device
    add column sort_name text generated always as (
        lower(coalesce(name, case when btrim(sys_name) = '' then null else sys_name end, address))
    ) stored
  , add column written text generated always as (
        lower(coalesce(name, '') || ' ' || address || ' ' || coalesce(sys_name, '') || ' ' || coalesce(vendor, '') || ' '
            || coalesce(model, '') || ' ' || coalesce(serial, '') || ' ' || coalesce(unit, '') || ' ' || coalesce(location, '')
            || ' ' || coalesce(class, 'unknown') || ' ' || collector.joined(tags))
    ) stored;

create index device_by_name on collector.device ((sort_name collate "C"), id);
create index device_by_state on collector.device (
    (case status when 'down' then 0 when 'unknown' then 1 when 'discovering' then 2 else 3 end), id);
create index device_by_class on collector.device ((coalesce(class, 'unknown') collate "C"), id);
create index device_by_vendor on collector.device ((lower(coalesce(vendor, '')) collate "C"), id);
create index device_by_model on collector.device ((lower(coalesce(model, '')) collate "C"), id);
create index device_unit on collector.device (unit) where unit is not null;
create index device_location on collector.device (location) where location is not null;
create index device_tags on collector.device using gin (tags);
