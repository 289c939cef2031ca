-- Who adds and edits devices stands in the audit trail. What Ronda itself finds out about them does not: the trigger looks at
-- the columns that people edit, and a change of status alone does not even call it.
create trigger audit
    after insert or delete or update of
        address, port, name, interval_s, snmp_version, snmp_identity, snmp_user, snmp_context, auth_protocol, priv_protocol
      , ups, path, tls, enabled, from_file, unit, location, parent, tags
    on collector.device
    for each row execute function identity.audit_row(
        'device', 'id', 'name,address'
      -- written and sort_name are made of the other columns.
      -- A keyed digest of the community: not the secret, but nothing to show either.
      , 'snmp_identity'
      , 'id,status,profile,class,vendor,model,version,serial,sys_object_id,sys_name,sys_descr,uptime_s,last_answer_at,last_failure,last_failure_at,discovered_at,created_at,revision,written,sort_name');

create trigger audit after insert or delete or update on collector.device_secret
    for each row execute function identity.audit_row(
        'device-credential', 'device_id', '', 'community,auth_passphrase,priv_passphrase,access_secret', 'device_id');
