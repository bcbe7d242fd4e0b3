-- What people were told, and how they want to be told.

-- How somebody is reached. What is null was never chosen or never given.
create table notices_contact (
    person uuid primary key references people_person (id),
    channel text check (channel in ('email', 'sms', 'letter', 'page')),
    language text,
    -- The address in use was confirmed once. A new one that was typed waits beside it until it is confirmed too.
    email text,
    email_state text not null check (email_state in ('none', 'confirmed', 'bounced')),
    email_typed text,
    mobile text,
    mobile_state text not null check (mobile_state in ('none', 'confirmed', 'bounced')),
    mobile_typed text,
    -- A letter can be sent where there is a street, a postcode and a town: all three or none.
    street text,
    street_extra text,
    postcode text,
    town text,
    -- Exempt from Digital Post: told by letter, whatever was chosen.
    exempt boolean not null,
    wants_news boolean not null,
    updated_at bigint not null
);
create index notices_contact_by_bounce on notices_contact (email_state, mobile_state);

-- Everything that was sent, or should have been, as its receiver reads it. Where it went stands here masked only.
create table notices_message (
    id uuid primary key,
    person uuid not null references people_person (id),
    kind text not null,
    channel text not null check (channel in ('email', 'sms', 'letter', 'page')),
    language text not null,
    subject text not null,
    -- Paragraphs, with an empty line between.
    body text not null,
    short text not null,
    link_label text,
    link_path text,
    news boolean not null,
    -- As that of the job: 0 somebody waits at the screen, 1 ordinary, 2 can wait.
    urgency bigint not null,
    state text not null
        check (state in ('waiting', 'sent', 'failed', 'bounced', 'posted', 'unsendable', 'kept')),
    -- For whoever runs the machine; nobody's data.
    state_reason text not null,
    state_at bigint not null,
    sent_to text not null,
    -- Whether it goes to an address of its own and to no other; see below.
    apart boolean not null,
    -- The message that did not arrive, where this one says the same by another way.
    instead_of uuid references notices_message (id),
    -- What the address, a mail that came back, and a link that ends the news are known by.
    address_mark text,
    bounce_hash text unique,
    unsubscribe_hash text unique,
    created_at bigint not null
);
create index notices_message_by_person on notices_message (person, created_at);
create index notices_message_by_state on notices_message (state, channel, created_at);
create index notices_message_by_failure on notices_message (state, state_at);

-- Where one message goes that does not go to the address in use: one to be confirmed, or one that was replaced. Gone when
-- the message is sent.
create table notices_message_address (
    message uuid primary key references notices_message (id),
    address text not null
);

-- Addresses that are to be confirmed. What was sent to them is nowhere here, only its hash.
create table notices_confirmation (
    id uuid primary key,
    person uuid not null references people_person (id),
    channel text not null check (channel in ('email', 'sms')),
    message uuid not null unique references notices_message (id),
    -- Null until it is sent.
    secret_hash text unique,
    tries bigint not null,
    state text not null check (state in ('open', 'done', 'over')),
    created_at bigint not null,
    expires_at bigint not null
);
create index notices_confirmation_by_person on notices_confirmation (person, channel, created_at);
