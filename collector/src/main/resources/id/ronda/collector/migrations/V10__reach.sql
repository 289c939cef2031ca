-- To whom a device is shown: the unit of identity that its text means, and how far it may be known. The unit follows the text and
-- the units' names by itself (no foreign key: another module's tables are its own affair); null is shown to those only whose rights
-- are for everything.
alter table collector.device
    add column unit_id        bigint
  , add column classification text not null default 'terbatas' check (classification in ('publik', 'terbatas', 'rahasia'));

create index device_unit_id on collector.device (unit_id) where unit_id is not null;

-- The same as before with the classification, which people edit. The unit's id is made of other things.
drop trigger audit on collector.device;
create trigger audit
    after insert or delete or update of
        address, port, name, interval_s, snmp_version, snmp_identity, snmp_user, snmp_context, auth_protocol, priv_protocol
      , ups, path, tls, enabled, from_file, unit, location, parent, tags, classification
    on collector.device
    for each row execute function identity.audit_row(
        'device', 'id', 'name,address'
      , 'snmp_identity'
      , 'id,status,profile,class,vendor,model,version,serial,sys_object_id,sys_name,sys_descr,uptime_s,last_answer_at,last_failure,last_failure_at,discovered_at,created_at,revision,written,sort_name,unit_id');
