-- Self-service to practise with: what somebody fills in, and has signed. The table is there in every realm, and filled in sandboxes
-- only.
create table selfservice_application (
    id uuid primary key,
    -- Which form, by its name in addresses.
    form text not null,
    -- Whom it is about: a person or an organisation.
    owner uuid not null,
    owner_kind text not null check (owner_kind in ('person', 'organisation')),
    -- Who fills it in, and signs it.
    author uuid not null references people_person (id),
    -- What was typed, sealed.
    answers text not null,
    state text not null check (state in ('draft', 'sent')),
    begun_at bigint not null,
    saved_at bigint not null,
    sent_at bigint,
    -- The number of the receipt.
    number text unique,
    -- The letter about it, where there is a mailbox.
    letter uuid
);
-- Nobody has two drafts of one thing, whatever they press twice.
create unique index selfservice_application_draft on selfservice_application (form, owner, author) where state = 'draft';
create index selfservice_application_by_author on selfservice_application (author, saved_at);
create index selfservice_application_by_owner on selfservice_application (owner, saved_at);
