-- Calls that several nodes count together, for a minute or two. SQLite has one process, which counts in its memory.

-- [postgres]
-- Unlogged: a portion waits neither for the disk nor for a replica. Whoever takes over counts from nothing.
create unlogged table page_limit (
-- [sqlite]
create table page_limit (
-- [both]
    kind text not null,
    -- The caller's address as a keyed hash, never the address.
    who text not null,
    -- The minute in which they called, as the instant it began.
    window_start bigint not null,
    -- How many calls nodes have taken for themselves; they may not have been made yet.
    taken bigint not null,
    primary key (kind, who, window_start)
);
