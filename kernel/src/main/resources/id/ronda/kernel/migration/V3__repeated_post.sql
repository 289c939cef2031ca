-- What was answered to a POST that carried an Idempotency-Key, for a day: the same request again gets the same answer and
-- does nothing. The answer is sealed, for it may hold a password that is shown once.
create table repeated_post (
    caller text not null,
    key text not null,
    -- Of the whole request, under a key of its own: nobody can try bodies against it.
    fingerprint text not null,
    begun_at timestamptz not null,
    state text not null check (state in ('under-way', 'kept', 'not-kept')),
    answer bytea,
    primary key (caller, key),
    check ((state = 'kept') = (answer is not null))
);

create index repeated_post_age on repeated_post (begun_at);
