-- Finding interfaces by what people wrote on them. A word is found by its beginning: that takes an index every PostgreSQL has,
-- while looking for any part of a word would take an extension that a closed office may not have.

-- Each run of letters and digits is a word: the parser of text search would take Gi0/1 for a file and 10.1 for a number.
create function collector.words_of(text) returns tsvector
    language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp
as $$ select to_tsvector('pg_catalog.simple', regexp_replace(lower($1), '[^[:alnum:]]+', ' ', 'g')) $$;
revoke all on function collector.words_of(text) from public;
grant execute on function collector.words_of(text) to ${app};

-- Stored, not only indexed: whatever way the planner takes, no row's words are cut while somebody waits.
alter table collector.interface
    add column words tsvector generated always as (collector.words_of(name || ' ' || alias || ' ' || description)) stored;
-- Interfaces change once a day and are looked for at night: no list of entries that wait to be sorted in.
create index interface_words on collector.interface using gin (words) with (fastupdate = off) where present;
