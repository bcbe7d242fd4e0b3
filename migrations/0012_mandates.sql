-- Who may act for whom: mandates, what they rest on, and the systems that may ask.

alter table people_person add column died_on text;

-- Who is registered as near family; a trusted employee decides nothing for them. Kept in both directions.
create table people_relative (
    person uuid not null references people_person (id),
    relative uuid not null references people_person (id),
    kind text not null check (kind in ('parent', 'child', 'spouse', 'sibling')),
    primary key (person, relative)
);

create table access_mandate (
    id uuid primary key,
    -- Whose things it opens, a person or an organisation; the giver is another one where it was passed on.
    owner uuid not null,
    owner_kind text not null check (owner_kind in ('person', 'organisation')),
    giver uuid not null,
    giver_kind text not null check (giver_kind in ('person', 'organisation')),
    -- To whom: a person, an organisation, or a person as employee of one.
    holder uuid not null,
    holder_kind text not null check (holder_kind in ('person', 'organisation')),
    employer uuid references people_organisation (id),
    parent uuid references access_mandate (id),
    basis text not null check (basis in ('digital', 'paper', 'counter', 'general', 'future', 'login')),
    asked_by text not null check (asked_by in ('giver', 'holder', 'counter')),
    state text not null check (state in ('draft', 'requested', 'waiting_for_signature', 'active', 'rejected',
        'withdrawn', 'expired', 'ended_by_death')),
    -- What it opens: codes of data/denmark/powers.csv, with a semicolon between.
    powers text not null,
    -- The first and the last day, both included.
    starts_on text not null,
    ends_on text,
    -- The end of a mandate that came with a login, which ends with it.
    until_at bigint,
    -- Limits; null where there is none. Folders are ids with a semicolon between.
    folders text,
    has_past bigint not null,
    since_at bigint,
    sender uuid,
    letter uuid,
    case_number text,
    production_unit text,
    created_at bigint not null,
    state_at bigint not null,
    -- When it is given up, while it waits.
    pending_until bigint,
    -- The days before its end of which its parties have been warned, the last one.
    warned_days bigint,
    first_used_at bigint,
    last_used_at bigint
);
-- The question of every page: may this one act for that one.
create index access_mandate_by_owner on access_mandate (owner, holder);
create index access_mandate_by_holder on access_mandate (holder, state);
create index access_mandate_by_employer on access_mandate (employer) where employer is not null;
create index access_mandate_by_giver on access_mandate (giver, state);
create index access_mandate_by_parent on access_mandate (parent) where parent is not null;
create index access_mandate_pending on access_mandate (pending_until) where pending_until is not null;
create index access_mandate_ending on access_mandate (ends_on) where state = 'active' and ends_on is not null;

-- What was seen at the counter: what kind of proof, never a copy. Sensitive powers need a second employee.
create table access_evidence (
    mandate uuid primary key references access_mandate (id),
    kind text not null,
    case_number text not null,
    registered_by uuid not null references people_person (id),
    organisation uuid references people_organisation (id),
    registered_at bigint not null,
    needs_second bigint not null,
    second_by uuid references people_person (id),
    second_at bigint,
    -- Whether chance has chosen it for somebody else to look at afterwards, and what they found.
    sampled bigint not null,
    reviewed_by uuid references people_person (id),
    reviewed_at bigint,
    verdict text check (verdict in ('right', 'wrong'))
);
create index access_evidence_waiting on access_evidence (registered_at) where needs_second = 1 and second_by is null;
create index access_evidence_sampled on access_evidence (registered_at) where sampled = 1 and reviewed_by is null;

-- A system that may ask who may do what.
create table access_system (
    id uuid primary key,
    name text not null,
    -- The hash of what it shows to be let in.
    secret_hash text not null unique,
    created_at bigint not null,
    ended_at bigint
);
