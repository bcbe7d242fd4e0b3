-- Work to be done after a change, written in the transaction of the change.

-- [sqlite]
create table jobs_job (
    seq integer primary key autoincrement,
-- [postgres]
create table jobs_job (
    seq bigint generated always as identity primary key,
-- [both]
    id uuid not null unique,
    kind text not null,
    -- Jobs in the same line are done one after the other, in the order of seq; the empty line has no order.
    line text not null,
    payload text not null,
    -- 0 somebody waits at the screen, 1 ordinary, 2 can wait.
    urgency bigint not null,
    -- Of several orders with the same key, only the first is taken while it is here.
    once_key text unique,
    state text not null check (state in ('waiting', 'dead')),
    attempts bigint not null,
    run_at bigint not null,
    -- Whoever holds the lease may end the job; when the lease has run out, anybody may take it.
    lease uuid,
    lease_until bigint,
    node text not null,
    last_error text not null,
    created_at bigint not null,
    request text not null
);
create index jobs_job_to_claim on jobs_job (state, urgency, run_at, seq);
create index jobs_job_in_line on jobs_job (line, seq);

-- When each schedule was last due, so that it happens once however many nodes there are.
create table jobs_schedule (
    name text primary key,
    last_due bigint not null
);
