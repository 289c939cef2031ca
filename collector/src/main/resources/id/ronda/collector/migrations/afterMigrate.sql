-- Runs at every start, so that an extension that comes later is used too, as long as nothing is stored.
select collector.adopt_timescale();
