-- Reading the trail: by what is filtered on its page, newest first.
create index audit_change_set on identity.audit (change_set);
create index audit_action on identity.audit (action, id);
create index audit_actor_name on identity.audit (lower(actor_name), id);

-- A grant has no name of its own: who got which role stands in its entry as both were called then.
create function identity.audit_grant() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    given   boolean := tg_op <> 'DELETE';
    granted identity.role_grant := case when tg_op = 'DELETE' then old else new end;
    role    text    := (select r.name_id from identity.role r where r.id = granted.role_id);
    person  text    := (select a.display_name from identity.account a where a.id = granted.account_id);
    told    jsonb   := jsonb_build_object('role', role, 'unit_id', granted.unit_id);
begin
    perform identity.audit_write(
        case when given then 'granted' else 'revoked' end
      , 'role-grant', granted.account_id || '/' || granted.role_id, person
      , case when not given then told end, case when given then told end, null);
    return null;
end
$$;
revoke all on function identity.audit_grant() from public;
drop trigger audit on identity.role_grant;
create trigger audit after insert or delete on identity.role_grant
    for each row execute function identity.audit_grant();

-- Nor has a right of a role: its entry tells the role's name. Where the role goes too, its own entry has told it.
create function identity.audit_role_right() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    given   boolean := tg_op <> 'DELETE';
    changed identity.role_right := case when tg_op = 'DELETE' then old else new end;
    told    jsonb := jsonb_build_object(
        'role', (select r.name_id from identity.role r where r.id = changed.role_id));
begin
    perform identity.audit_write(
        case when given then 'created' else 'deleted' end
      , 'role-right', changed.role_id || '/' || changed.name, changed.name
      , case when not given then told end, case when given then told end, null);
    return null;
end
$$;
revoke all on function identity.audit_role_right() from public;
drop trigger audit on identity.role_right;
create trigger audit after insert or delete on identity.role_right
    for each row execute function identity.audit_role_right();
