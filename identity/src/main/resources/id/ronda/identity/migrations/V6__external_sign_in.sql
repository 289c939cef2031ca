-- Signing in with a provider: an account is one person elsewhere, and sessions remember who let them in.
alter table identity.external_identity add column linked_at timestamptz not null default now();
alter table identity.external_identity alter column linked_at drop default;
create unique index on identity.external_identity (account_id);

create trigger audit after insert or delete or update on identity.external_identity
    for each row execute function identity.audit_row('external-identity', 'account_id', 'issuer', '', 'account_id,linked_at');

-- A session that a provider opened: nobody is asked to change a password that was never used.
create table identity.provider_session (
    session_hash bytea primary key references identity.session (hash) on delete cascade
  , issuer       text  not null
  -- What the provider wants to see when the person goes out, sealed for this table, session and column; null: nothing.
  , id_token     bytea
);
