-- Where is help: places and channels, what they offer, when they are open. A writer raises the revision, and every
-- node reads the directory anew when it sees a revision it does not have.
create table help_revision (
    id bigint primary key,
    revision bigint not null
);
insert into help_revision (id, revision) values (1, 1);

create table help_municipality (
    code text primary key,
    name text not null,
    region text not null,
    seat text not null,
    lat double precision not null,
    lon double precision not null,
    source text not null,
    checked text not null
);

create table help_postcode (
    code text primary key,
    town text not null,
    municipality_codes text not null,
    lat double precision not null,
    lon double precision not null,
    precise boolean not null,
    source text not null,
    checked text not null
);

-- A place or channel at which an organisation gives help. `examples` names the columns whose value is made up, for
-- demonstration, and must be shown as such. `version` counts edits, so that nobody overwrites what they have not seen.
create table help_point (
    id uuid primary key,
    organisation uuid not null references people_organisation (id),
    kind text not null,
    name text not null,
    description text not null,
    municipality_code text references help_municipality (code),
    street text,
    postcode text references help_postcode (code),
    lat double precision,
    lon double precision,
    precise boolean not null,
    phone text,
    email text,
    website text,
    step_free text not null check (step_free in ('yes', 'no', 'unknown')),
    national boolean not null,
    status text not null check (status in ('active', 'closed')),
    assured_date text,
    assured_by text,
    examples text not null,
    source text not null,
    version bigint not null
);
create index help_point_by_organisation on help_point (organisation);

create table help_point_language (
    point uuid not null references help_point (id),
    language text not null,
    primary key (point, language)
);

create table help_service (
    id uuid primary key,
    point uuid not null references help_point (id),
    name text not null,
    description text not null,
    booking text not null check (booking in ('drop-in', 'appointment', 'both')),
    status text not null check (status in ('active', 'inactive')),
    position bigint not null
);
create index help_service_by_point on help_service (point);

create table help_service_topic (
    service uuid not null references help_service (id),
    topic text not null,
    primary key (service, topic)
);

-- A rule of RFC 5545 in the parts that HSDS takes over: freq, interval, byday, bymonthday.
create table help_hours (
    id uuid primary key,
    point uuid not null references help_point (id),
    freq text not null,
    repeat_every bigint not null,
    byday text not null,
    bymonthday text not null,
    valid_from text,
    valid_to text,
    dtstart text,
    opens_at text not null,
    closes_at text not null,
    open_on_holidays boolean not null,
    note text not null
);
create index help_hours_by_point on help_hours (point);

-- Days that beat the rules: closed where there are no hours.
create table help_exception (
    id uuid primary key,
    point uuid not null references help_point (id),
    date_from text not null,
    date_to text not null,
    opens_at text,
    closes_at text,
    reason text not null
);
create index help_exception_by_point on help_exception (point);
