-- A chart asks for the gaps that end behind its begin: by their begin alone all older ones would be read too.
create index gap_device_end on collector.gap (device_id, (coalesce(to_time, 'infinity'::timestamptz)));
