-- Who lives here and gets a mailbox, and who is exempt from Digital Post.

-- A resident, as the register says it. A person's number and address lie with their owners.
create table enrolment_resident (
    person uuid primary key references people_person (id),
    birth_date text not null,
    resident_since text not null,
    -- The last day; null while no end is known.
    resident_until text,
    -- The day on which the mailbox is opened; null where they move away before it.
    opens_on text,
    state text not null check (state in ('pending', 'opened')),
    -- The hash of the address that the register gave last; null where it gave none. An address that the person has
    -- corrected since stays until the register has another.
    address_hash text,
    updated_at bigint not null
);
create index enrolment_resident_to_open on enrolment_resident (opens_on, person) where state = 'pending';

-- Companies whose mailbox has been opened, so that those who are new are found quickly.
create table enrolment_company (
    organisation uuid primary key references people_organisation (id),
    opened_at bigint not null
);

-- Who was exempt, from what and when. Why they asked is nobody's business, and there is no column for it.
create table enrolment_exemption (
    id uuid primary key,
    -- Whose: one of the two.
    person uuid references people_person (id),
    organisation uuid references people_organisation (id),
    valid_from text not null,
    -- The last day by the rule of the day on which it was given; null where it holds until the holder enrols again.
    valid_until text,
    -- From when the holder is to be told that it will end; null where it has no end.
    warn_on text,
    covers_post boolean not null,
    covers_self_service boolean not null,
    asked_by text not null check (asked_by in ('self', 'representative', 'counter')),
    -- Who noted it: the holder, or somebody at the counter.
    decided_by uuid references people_person (id),
    created_at bigint not null,
    warned_at bigint,
    ended_at bigint,
    check ((person is null) <> (organisation is null)),
    check (covers_post or covers_self_service)
);
create unique index enrolment_exemption_of_person on enrolment_exemption (person) where ended_at is null;
create unique index enrolment_exemption_of_organisation on enrolment_exemption (organisation) where ended_at is null;
create index enrolment_exemption_by_end on enrolment_exemption (valid_until) where ended_at is null;
create index enrolment_exemption_to_warn on enrolment_exemption (warn_on) where ended_at is null and warned_at is null;
