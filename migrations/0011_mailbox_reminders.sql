-- Digital Post: who was reminded of what, who helps whom to remember, text messages, and letters that go on paper.

-- What was reminded of, so that nothing is twice. Forgotten when no step can follow any more.
create table mailbox_reminder (
    box uuid not null,
    letter uuid not null,
    -- Which step of the ladder, counted from 1; the last one is the helper's.
    step bigint not null,
    to_helper boolean not null,
    at bigint not null,
    primary key (box, letter, step)
);
create index mailbox_reminder_by_time on mailbox_reminder (at);

-- How far each step has come: every letter that was available up to this one has been looked at.
create table mailbox_reminder_pass (
    name text primary key,
    at bigint not null,
    box uuid not null,
    letter uuid not null
);

create index mailbox_letter_call_up on mailbox_letter (at) where weight = 'call-up';
create index mailbox_letter_call_up_by_sender on mailbox_letter (sender, at) where weight = 'call-up';

-- Whom the holder has chosen to be told when important post stays unopened.
create table mailbox_helper (
    box uuid primary key references mailbox_box (id),
    helper uuid not null references people_person (id),
    chosen_at bigint not null,
    -- Which text the holder and the helper said yes to.
    consent bigint not null
);
create index mailbox_helper_by_helper on mailbox_helper (helper);

-- A code that the holder gives to whoever is to help; only its hash is kept. One at a time.
create table mailbox_helper_invitation (
    box uuid primary key references mailbox_box (id),
    code_hash text not null unique,
    consent bigint not null,
    created_at bigint not null,
    expires_at bigint not null
);

-- Who has asked for NemSMS. Several rows for a person who has ended it and asked again.
create table mailbox_nemsms (
    person uuid not null references people_person (id),
    since bigint not null,
    by_staff boolean not null,
    ended_at bigint,
    primary key (person, since)
);

-- The number on the address page, by which a letter that comes back is known; given when it is printed.
alter table mailbox_paper add column number bigint;
create unique index mailbox_paper_by_number on mailbox_paper (number);
create index mailbox_paper_by_letter on mailbox_paper (box, letter);
create table mailbox_paper_number (
    only_row bigint primary key,
    last bigint not null
);
insert into mailbox_paper_number (only_row, last) values (1, 10000);
