-- The audit trail: who did what to which object, from where, before and after. Rows are written in the transaction of the
-- change by the functions below, which run with the owner's rights: the working role can read the trail and call them, no more.

create table identity.audit (
    id            bigint generated always as identity primary key
  , at            timestamptz not null
  -- The program's clock when it told who acts; null when nobody told.
  , program_at    timestamptz
  -- With the id the order in which rows are sealed: an id alone is handed out long before its commit.
  , xid           xid8        not null
  -- All that one act changed.
  , change_set    uuid        not null
  , actor_kind    text        not null check (actor_kind in ('person', 'service', 'system', 'anonymous', 'console'))
  -- As they were then: no reference, people leave and are renamed.
  , actor_id      text
  , actor_name    text        not null
  , address       text
  , session       text
  , agent         text
  -- Who was signed in at the database: a change by hand shows itself.
  , database_role text        not null
  , action        text        not null check (action in (
        'created', 'changed', 'deleted', 'imported', 'exported', 'secret-read'
      , 'signed-in', 'signed-out', 'sign-in-failed', 'access-refused', 'locked', 'unlocked'
      , 'password-changed', 'second-factor-changed', 'token-issued', 'token-revoked', 'session-revoked'
      , 'granted', 'revoked', 'handed-over', 'recovered', 'acknowledged', 'started', 'stopped'))
  , object_type   text        not null
  , object_id     text
  , object_label  text
  , before        jsonb
  , after         jsonb
  , note          text
);
create index audit_order on identity.audit (xid, id);
create index audit_object on identity.audit (object_type, object_id, id);
create index audit_actor on identity.audit (actor_id, id) where actor_id is not null;
create index audit_at on identity.audit (at);

-- The chain over the rows: each hash is over the one before and the row.
create table identity.audit_seal (
    position bigint   primary key
  , audit_id bigint   not null unique
  , xid      xid8     not null
  -- Of the encoding that was hashed.
  , version  smallint not null
  , hash     bytea    not null check (length(hash) = 32)
);

-- Which signed checkpoints the file outside the database must hold: its last lines cannot vanish alone.
create table identity.audit_checkpoint (
    number   bigint primary key
  , position bigint not null
  , line     bytea  not null check (length(line) = 32)
);

create function identity.audit_refuse() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'the audit trail is append-only: % on %.% is refused', lower(tg_op), tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

create trigger append_only before update or delete or truncate on identity.audit
    for each statement execute function identity.audit_refuse();
create trigger append_only before update or delete or truncate on identity.audit_seal
    for each statement execute function identity.audit_refuse();
create trigger append_only before update or delete or truncate on identity.audit_checkpoint
    for each statement execute function identity.audit_refuse();
-- Also where session_replication_role silences ordinary triggers.
alter table identity.audit enable always trigger append_only;
alter table identity.audit_seal enable always trigger append_only;
alter table identity.audit_checkpoint enable always trigger append_only;

-- Writes one entry. Who acts stands in settings that end with the transaction; without them it is the system.
create function identity.audit_write(
    action text, object_type text, object_id text, object_label text, before jsonb, after jsonb, note text
) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    actor      jsonb := nullif(current_setting('ronda.actor', true), '')::jsonb;
    change_set text  := nullif(current_setting('ronda.change_set', true), '');
    entry      bigint;
begin
    if change_set is null then
        change_set := set_config('ronda.change_set', gen_random_uuid()::text, true);
    end if;
    insert into identity.audit (
        at, program_at, xid, change_set, actor_kind, actor_id, actor_name, address, session, agent, database_role
      , action, object_type, object_id, object_label, before, after, note
    ) values (
        clock_timestamp(), (actor ->> 'at')::timestamptz, pg_current_xact_id(), change_set::uuid
      , coalesce(actor ->> 'kind', 'system'), actor ->> 'id', coalesce(actor ->> 'name', 'system')
      , actor ->> 'address', actor ->> 'session', actor ->> 'agent', session_user
      , action, object_type, object_id, object_label, before, after, coalesce(note, actor ->> 'note')
    ) returning id into entry;
    return entry;
end
$$;

-- What happened without a row: a sign-in that failed, an export, a secret that was read.
create function identity.audit_event(
    action text, object_type text, object_id text, object_label text, details jsonb, note text
) returns bigint
    language sql security definer set search_path = pg_catalog, pg_temp
as $$
    select identity.audit_write(action, object_type, object_id, object_label, null, details, note)
$$;

-- The columns of a row that differ from another; those that are secret are told as "changed" only.
create function identity.audit_differences(told jsonb, other jsonb, secret text[]) returns jsonb
    language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select jsonb_object_agg(key, case when key = any (secret) then '"changed"'::jsonb else value end)
      from jsonb_each(told)
     where value is distinct from coalesce(other -> key, 'null')
$$;

-- For tables that people edit: "after insert or delete or update of <columns> … for each row execute function
-- identity.audit_row(type, id columns, label columns, secret columns, ignored columns)", each list with commas. The first
-- label column that is not null names the object. An update that differs in ignored columns only makes no entry.
create function identity.audit_row() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    secret  text[] := string_to_array(coalesce(tg_argv[3], ''), ',');
    ignored text[] := string_to_array(coalesce(tg_argv[4], ''), ',');
    old_row jsonb  := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
    new_row jsonb  := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
    named   jsonb  := case when tg_op = 'DELETE' then old_row else new_row end;
    before  jsonb;
    after   jsonb;
    label   text;
begin
    if tg_op <> 'INSERT' then
        before := identity.audit_differences(old_row - ignored, new_row, secret);
    end if;
    if tg_op <> 'DELETE' then
        after := identity.audit_differences(new_row - ignored, old_row, secret);
    end if;
    if tg_op = 'UPDATE' and before is null and after is null then
        return null;
    end if;
    select named ->> name into label
      from unnest(string_to_array(tg_argv[2], ',')) with ordinality as l (name, n)
     where named ->> name is not null order by n limit 1;
    perform identity.audit_write(
        case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'deleted' end
      , tg_argv[0]
      , (select string_agg(named ->> name, '/' order by n)
           from unnest(string_to_array(tg_argv[1], ',')) with ordinality as i (name, n))
      , label, before, after, null);
    return null;
end
$$;

-- Puts seals behind the last one; one sealer at a time, and none that knows an older end.
create function identity.audit_append_seals(first bigint, version int, ids bigint[], hashes text[]) returns int
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    appended int;
begin
    perform pg_advisory_xact_lock(hashtext('identity.audit_seal'));
    if first <> (select coalesce(max(position), 0) + 1 from identity.audit_seal) then
        raise exception 'another sealer has gone on: position % is not the next one', first;
    end if;
    insert into identity.audit_seal (position, audit_id, xid, version, hash)
    select first + s.n - 1, a.id, a.xid, audit_append_seals.version, decode(s.hash, 'hex')
      from unnest(ids, hashes) with ordinality as s (id, hash, n)
      join identity.audit a on a.id = s.id;
    get diagnostics appended = row_count;
    if appended <> cardinality(ids) then
        raise exception '% of % rows to seal are there', appended, cardinality(ids);
    end if;
    return appended;
end
$$;

create function identity.audit_note_checkpoint(number bigint, place bigint, line text) returns void
    language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into identity.audit_checkpoint (number, position, line) values (number, place, decode(line, 'hex'))
$$;

do $$
begin
    -- Where one role is both, it would lose what the functions need.
    if '${app}' <> '${owner}' then
        revoke all on identity.audit, identity.audit_seal, identity.audit_checkpoint from ${app};
    end if;
end
$$;
grant usage on schema identity to ${app};
grant select on identity.audit, identity.audit_seal, identity.audit_checkpoint to ${app};
revoke all on function
    identity.audit_refuse(), identity.audit_row(), identity.audit_differences(jsonb, jsonb, text[])
  , identity.audit_write(text, text, text, text, jsonb, jsonb, text)
  , identity.audit_event(text, text, text, text, jsonb, text)
  , identity.audit_append_seals(bigint, int, bigint[], text[])
  , identity.audit_note_checkpoint(bigint, bigint, text)
from public;
grant execute on function
    identity.audit_event(text, text, text, text, jsonb, text)
  , identity.audit_append_seals(bigint, int, bigint[], text[])
  , identity.audit_note_checkpoint(bigint, bigint, text)
to ${app};
