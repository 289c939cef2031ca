-- Facts on their way to the modules on the right. A reader takes rows in (xid, id) order below the oldest running
-- transaction, because ids alone are handed out before the commit and would let a slow transaction's facts be missed.
create table outbox (
    id bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(),
    written_at timestamptz not null default now(),
    type text not null,
    fact jsonb not null
);

create index outbox_order on outbox (xid, id);

-- The last fact each consumer has taken, moved in the transaction of what it did with it.
create table outbox_consumer (
    name text primary key,
    xid xid8 not null default '0',
    id bigint not null default 0
);
