-- Who makes and changes accounts, roles, grants, units and tokens stands in the audit trail. What signing in leaves behind
-- (last_sign_in_at, last_used_at, sessions) does not: the sign-in itself is an entry.
create trigger audit after insert or delete or update on identity.account
    for each row execute function identity.audit_row(
        'account', 'id', 'display_name,name', 'password_hash', 'id,name_key,last_sign_in_at,created_at,revision');

create trigger audit after insert or delete or update on identity.role
    for each row execute function identity.audit_row('role', 'id', 'name_en', '', 'id,name_key,revision');

create trigger audit after insert or delete or update on identity.role_right
    for each row execute function identity.audit_row('role-right', 'role_id,name', 'name', '', 'role_id');

create trigger audit after insert or delete or update on identity.role_grant
    for each row execute function identity.audit_row('role-grant', 'account_id,role_id', '', '', 'id');

create trigger audit after insert or delete or update on identity.unit
    for each row execute function identity.audit_row('unit', 'id', 'name', '', 'id,name_key,revision');

create trigger audit after insert or delete or update on identity.token
    for each row execute function identity.audit_row('token', 'id', 'name', 'hash', 'id,last_used_at,created_at');

create trigger audit after insert or delete or update of secret, confirmed_at on identity.totp
    for each row execute function identity.audit_row('second-factor', 'account_id', '', 'secret', 'account_id,last_step');
