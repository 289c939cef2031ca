-- A known word sealed with the key in use: opening it at the start tells a wrong key before any secret is asked for.
create table key_check (
    single boolean primary key default true check (single),
    sealed bytea not null
);
