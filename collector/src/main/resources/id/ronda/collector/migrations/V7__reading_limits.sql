-- Thresholds that a device holds for one of its own readings, at the last look: {"highWarning": 40.0}, else null.
alter table collector.reading add column limits jsonb;
