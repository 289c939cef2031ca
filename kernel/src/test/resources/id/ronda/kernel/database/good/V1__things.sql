create table thing (
    id bigint generated always as identity primary key,
    name text not null
);

create table ledger (entry text not null);

revoke update, delete on ledger from ${app};

create view v_thing as
select id, name
from thing;

grant usage on schema good to ${read};

grant select on v_thing to ${read};
