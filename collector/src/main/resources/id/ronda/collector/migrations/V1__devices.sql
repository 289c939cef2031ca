-- The devices given to the collector, and what was found on them.

create table collector.device (
    id              bigint generated always as identity primary key
  , address         text        not null
  , port            int         not null check (port between 1 and 65535)
  -- null: shown by what the device calls itself, or by its address
  , name            text
  , interval_s      int         not null check (interval_s between 1 and 86400)
  , snmp_version    text        not null check (snmp_version in ('1', '2c', '3'))
  -- Who asks: a keyed digest of the community, or user and context. A device is its address, port, version and this;
  -- the community itself is a secret and cannot be compared where it stands encrypted.
  , snmp_identity   text        not null
  , snmp_user       text
  , snmp_context    text
  , auth_protocol   text
  , priv_protocol   text
  , enabled         boolean     not null default true
  -- Whether the watched file of devices names it: a row that leaves the file disables only such a device.
  , from_file       boolean     not null default false
  , unit            text
  , location        text
  , parent          text
  , tags            text[]      not null default '{}'
  , status          text        not null default 'discovering' check (status in ('discovering', 'up', 'down', 'unknown'))
  , profile         text
  , class           text
  , vendor          text
  , model           text
  , version         text
  , serial          text
  , sys_object_id   text
  , sys_name        text
  , sys_descr       text
  , uptime_s        double precision
  , last_answer_at  timestamptz
  , last_failure    text
  , last_failure_at timestamptz
  , discovered_at   timestamptz
  , created_at      timestamptz not null
  -- Counts edits by people only; it is the ETag.
  , revision        bigint      not null default 1
  , unique (address, port, snmp_version, snmp_identity)
)
-- Status changes rewrite rows often and touch no index: room on the page keeps them from growing the table.
with (fillfactor = 70);

-- Community and passphrases, each sealed for its own place (table, row, column).
create table collector.device_secret (
    device_id       bigint primary key references collector.device
  , community       bytea
  , auth_passphrase bytea
  , priv_passphrase bytea
);

create table collector.interface (
    device_id    bigint  not null references collector.device
  , if_index     int     not null
  , name         text    not null
  -- By which its series are known: a name is not always its own.
  , instance     text    not null
  , description  text    not null
  , alias        text    not null
  , type         int
  , mtu          int
  , speed        bigint
  , admin_status text    not null
  , oper_status  text    not null
  , present      boolean not null default true
  , primary key (device_id, if_index)
);

-- The objects that are read beside the interfaces; the values are the newest samples of their series.
create table collector.reading (
    device_id  bigint  not null references collector.device
  , metric     text    not null
  , instance   text    not null
  , name       text    not null
  , oid        text    not null
  , unit       text    not null
  -- {"2": "warning"} for states, else null
  , states     jsonb
  -- What the last look saw, only where no series is stored: the newest sample of a series is newer.
  , last_value double precision
  , last_time  timestamptz
  , present    boolean not null default true
  , primary key (device_id, metric, instance)
);
