-- Who there is, which organisations they belong to, and who is signed in.
create table people_person (
    id uuid primary key,
    name text not null,
    birth_date text,
    created_at bigint not null
);

-- How a broker knows a person; the subject is the broker's own name for them, never a CPR number.
create table people_identity (
    broker text not null,
    subject text not null,
    person uuid not null references people_person (id),
    created_at bigint not null,
    primary key (broker, subject)
);
create index people_identity_by_person on people_identity (person);

create table people_organisation (
    id uuid primary key,
    name text not null,
    kind text not null check (kind in ('authority', 'library', 'association', 'company')),
    description text not null,
    cvr text,
    municipality_code text,
    website text,
    created_at bigint not null
);

-- A role in an organisation, from its first day to its last, both included.
create table people_membership (
    id uuid primary key,
    person uuid not null references people_person (id),
    organisation uuid not null references people_organisation (id),
    role text not null,
    valid_from text not null,
    valid_to text
);
create index people_membership_by_person on people_membership (person);
create index people_membership_by_organisation on people_membership (organisation);

-- A session is found by the hash of the secret in its cookie; the secret itself is nowhere.
create table people_session (
    id uuid primary key,
    secret_hash text not null unique,
    person uuid not null references people_person (id),
    broker text not null,
    created_at bigint not null,
    last_seen_at bigint not null,
    idle_seconds bigint not null,
    expires_at bigint not null
);
create index people_session_by_person on people_session (person);

-- A sign-in that has gone to the broker and not come back yet, and the browser that it began in.
create table people_sign_in (
    state_hash text primary key,
    broker text not null,
    nonce text not null,
    verifier text not null,
    next_path text not null,
    browser_hash text not null,
    expires_at bigint not null
);
create index people_sign_in_by_end on people_sign_in (expires_at);
