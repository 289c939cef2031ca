-- Devices that are asked for a text: UPS of a NUT server, pages of metrics. Their kind stands where the SNMP version does, and what
-- tells them from others at one address and port (the UPS, the path) where the community's digest does.
alter table collector.device drop constraint device_snmp_version_check;
alter table collector.device
    add constraint device_snmp_version_check check (snmp_version in ('1', '2c', '3', 'nut', 'prometheus'))
  , add column ups  text
  , add column path text
  , add column tls  boolean not null default false;

-- The password of a NUT user, or a bearer token, sealed like the others.
alter table collector.device_secret add column access_secret bytea;
