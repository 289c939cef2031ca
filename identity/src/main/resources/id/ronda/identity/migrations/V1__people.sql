-- People and what they may do: units, accounts, roles, sessions, tokens.

-- The tree of offices (OPD): dinas, bagian, kecamatan, with what is below them.
create table identity.unit (
    id        bigint generated always as identity primary key
  , name      text   not null
  -- The name as it is looked for: lower case, abbreviations written out.
  , name_key  text   not null
  , kind      text   not null
  , parent_id bigint references identity.unit check (parent_id <> id)
  , revision  bigint not null default 1
);
create index on identity.unit (parent_id);
create index on identity.unit (name_key);

create table identity.unit_alias (
    unit_id   bigint not null references identity.unit on delete cascade
  , alias     text   not null
  , alias_key text   not null
  , primary key (unit_id, alias_key)
);
create index on identity.unit_alias (alias_key);

create table identity.account (
    id                   bigint generated always as identity primary key
  , name                 text        not null
  -- The name as it is compared: NFKC, lower case.
  , name_key             text        not null unique
  , display_name         text        not null
  , email                text
  , unit_id              bigint      references identity.unit
  , language             text        not null check (language in ('id', 'en'))
  -- Accounts are never deleted: the trail speaks of them.
  , disabled_at          timestamptz
  , valid_from           timestamptz
  , valid_until          timestamptz check (valid_until > valid_from)
  -- Argon2id with its parameters (PHC string); null: signs in only with an external identity.
  , password_hash        text
  , must_change_password boolean     not null default true
  -- A password that somebody else made ends by itself.
  , password_valid_until timestamptz
  , created_at           timestamptz not null
  , last_sign_in_at      timestamptz
  , revision             bigint      not null default 1
);
create index on identity.account (unit_id);

-- Who somebody is elsewhere: OIDC issuer and subject; for LDAP the server's address and the entry's UUID.
create table identity.external_identity (
    issuer     text   not null
  , subject    text   not null
  , account_id bigint not null references identity.account
  , primary key (issuer, subject)
);

create table identity.role (
    id        bigint generated always as identity primary key
  -- Of a preset: its lasting code, such as 'auditor'.
  , preset    text    unique
  , name_id   text    not null
  , name_en   text    not null
  , name_key  text    not null unique
  , clearance text    not null check (clearance in ('PUBLIK', 'TERBATAS', 'RAHASIA'))
  , revision  bigint  not null default 1
);

create table identity.role_right (
    role_id bigint not null references identity.role on delete cascade
  , name    text   not null
  , primary key (role_id, name)
);

-- A role given to an account, for one unit with all below it or, without a unit, for everything.
create table identity.role_grant (
    id         bigint generated always as identity primary key
  , account_id bigint not null references identity.account
  , role_id    bigint not null references identity.role
  , unit_id    bigint references identity.unit
);
create unique index on identity.role_grant (account_id, role_id, coalesce(unit_id, 0));
create index on identity.role_grant (unit_id);

create table identity.session (
    id            bigint generated always as identity primary key
  -- SHA-256 of the id that the browser holds.
  , hash          bytea       not null unique
  , account_id    bigint      not null references identity.account
  -- The password was right and a code is still to come.
  , awaits_factor boolean     not null
  , created_at    timestamptz not null
  , last_seen_at  timestamptz not null
  , address       text        not null
  , user_agent    text        not null
);
create index on identity.session (account_id);
create index on identity.session (created_at);

create table identity.token (
    id           bigint generated always as identity primary key
  , hash         bytea       not null unique
  , kind         text        not null check (kind in ('PERSONAL', 'SERVICE'))
  , name         text        not null
  -- Whose rights it can have at most.
  , account_id   bigint      not null references identity.account
  , rights       text[]      not null
  , created_at   timestamptz not null
  , expires_at   timestamptz check (kind = 'SERVICE' or expires_at is not null)
  , last_used_at timestamptz
);
create index on identity.token (account_id);

-- Sign-ins that failed since the last one that did not. Rows of unknown names share a fixed number of keys, so that
-- nobody can fill the table.
create table identity.guess (
    key       text        primary key
  , failures  int         not null
  , last_at   timestamptz not null
  , not_before timestamptz not null
);
create index on identity.guess (last_at);

create table identity.totp (
    account_id   bigint primary key references identity.account
  -- Sealed for this table, account and column.
  , secret       bytea       not null
  , confirmed_at timestamptz
  -- The newest 30 s step whose code was used: each code works once (RFC 6238 section 5.2).
  , last_step    bigint      not null default -1
);

create table identity.recovery_code (
    account_id bigint not null references identity.account
  , hash       bytea  not null
  , used_at    timestamptz
  , primary key (account_id, hash)
);

-- What the roles of an account give: [{"role", "clearance", "rights": […], "units": null or [ids]}].
create function identity.grants_of(account bigint) returns jsonb
    language sql stable
begin atomic
    with recursive below (root, id) as (
        select distinct g.unit_id, g.unit_id from identity.role_grant g where g.account_id = account and g.unit_id is not null
        union
        select below.root, unit.id from identity.unit join below on unit.parent_id = below.id
    )
    select coalesce(jsonb_agg(jsonb_build_object(
        'role', r.id
      , 'clearance', r.clearance
      , 'rights', (select coalesce(jsonb_agg(x.name), '[]') from identity.role_right x where x.role_id = r.id)
      , 'units', case when g.unit_id is not null then (select jsonb_agg(below.id) from below where below.root = g.unit_id) end
    ) order by g.id), '[]')
    from identity.role_grant g join identity.role r on r.id = g.role_id
    where g.account_id = account;
end;

create view identity.v_unit as select id, name, kind, parent_id from identity.unit;
create view identity.v_account as select id, name, display_name, unit_id, disabled_at is not null as disabled from identity.account;

grant usage on schema identity to ${read};
grant select on identity.v_unit to ${read};
