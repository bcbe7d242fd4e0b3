-- Digital Post: mailboxes, what is in them, who has seen it, and the systems that send to them.

-- What of a letter tells anything of its holder is sealed with the key of its box, which is sealed with the keys of the
-- vault: changing those means sealing one short text for each box anew.
create table mailbox_box (
    id uuid primary key,
    -- Whose it is: one of the two.
    person uuid unique references people_person (id),
    organisation uuid unique references people_organisation (id),
    box_key text not null,
    box_key_under text not null,
    -- Paper while the holder is exempt from Digital Post.
    way text not null check (way in ('digital', 'paper')),
    opened_at bigint not null,
    letters bigint not null,
    bytes bigint not null,
    -- When something last became available, and when the holder and a helper last looked. `last_visit_at` is the later of
    -- the two visits, 0 where there was none.
    last_arrival_at bigint not null,
    last_owner_visit_at bigint,
    last_helper_visit_at bigint,
    last_visit_at bigint not null
);
-- Who has got post and has not looked: few have a last visit that is long ago.
create index mailbox_box_by_visit on mailbox_box (last_visit_at, last_arrival_at);
create index mailbox_box_by_key on mailbox_box (box_key_under);

create table mailbox_folder (
    box uuid not null references mailbox_box (id),
    id uuid not null,
    -- Sealed with the key of the box.
    name text not null,
    -- The department of a company whose post comes here: its P-number.
    production_unit text,
    created_at bigint not null,
    primary key (box, id)
);

-- A letter in a list. Boxes lie together on disk, so that going through one is quick.
create table mailbox_letter (
    box uuid not null references mailbox_box (id),
    id uuid not null,
    folder uuid not null,
    -- When it is available, which is when it has arrived by law (Digital Post Act § 10).
    at bigint not null,
    received_at bigint not null,
    -- Whether the holder got it or wrote it.
    direction text not null check (direction in ('in', 'out')),
    message_uuid uuid not null,
    -- The sending system; null where it was written here.
    sender uuid,
    -- How its holder is reminded.
    weight text not null check (weight in ('ordinary', 'important', 'call-up')),
    reply_by bigint,
    deleted_at bigint,
    size bigint not null,
-- [sqlite]
    -- Subject, sender and what else a list shows; what a search looks through. Both sealed.
    head blob not null,
    words blob not null,
    primary key (box, id)
) without rowid;
-- [postgres]
    head bytea not null,
    words bytea not null,
    primary key (box, id)
);
-- [both]
create index mailbox_letter_in_folder on mailbox_letter (box, folder, at, id);
create index mailbox_letter_to_remind on mailbox_letter (at) where weight <> 'ordinary';
create index mailbox_letter_deleted on mailbox_letter (deleted_at) where deleted_at is not null;

-- The letter itself: its MeMo without the files that lie in mailbox_file, packed and sealed.
create table mailbox_content (
    box uuid not null,
    letter uuid not null,
-- [sqlite]
    memo blob not null,
-- [postgres]
    memo bytea not null,
-- [both]
    primary key (box, letter)
);

-- A file, once however many letters it came with: known by the keyed hash of its content, and sealed with a key of its own.
create table mailbox_file (
    id uuid primary key,
    mark_key text not null,
    mark text not null,
    file_key text not null,
    file_key_under text not null,
    size bigint not null,
    -- What its bytes say it is, whatever it was declared as.
    kind text not null,
    unique (mark_key, mark)
);
create index mailbox_file_by_key on mailbox_file (file_key_under);
create table mailbox_file_piece (
    file uuid not null references mailbox_file (id),
    n bigint not null,
-- [sqlite]
    sealed blob not null,
-- [postgres]
    sealed bytea not null,
-- [both]
    primary key (file, n)
);
create table mailbox_file_use (
    file uuid not null references mailbox_file (id),
    box uuid not null,
    letter uuid not null,
    primary key (file, box, letter)
);
create index mailbox_file_use_by_letter on mailbox_file_use (box, letter);

-- Who has opened which letter: each person for themself, so that a helper's reading hides nothing from the holder.
create table mailbox_seen (
    box uuid not null,
    letter uuid not null,
    person uuid not null,
    at bigint not null,
    primary key (box, letter, person)
);

-- A system that may send, in the name of an organisation.
create table mailbox_sender (
    id uuid primary key,
    organisation uuid not null references people_organisation (id),
    name text not null,
    -- The hash of what it shows to be let in.
    secret_hash text not null unique,
    created_at bigint not null,
    ended_at bigint
);

-- What became of each message that was sent here. A message that comes again is answered with the same.
create table mailbox_receipt (
    sender uuid not null,
    message_uuid uuid not null,
    transmission uuid not null,
    status text not null,
    reason text not null,
    at bigint not null,
    -- Until it is available, a message is received and not yet completed.
    available_at bigint not null,
    box uuid,
    letter uuid,
    primary key (sender, message_uuid)
);
create index mailbox_receipt_by_transmission on mailbox_receipt (transmission);

-- What goes on paper, because its holder is exempt: one row for each letter and for each confirmation.
create table mailbox_paper (
    id uuid primary key,
    box uuid not null references mailbox_box (id),
    letter uuid,
    kind text not null check (kind in ('letter', 'older', 'confirmation', 'warning')),
    state text not null check (state in ('waiting', 'printed', 'posted', 'returned')),
    -- Letters that were printed together.
    batch uuid,
    created_at bigint not null,
    state_at bigint not null
);
create index mailbox_paper_by_state on mailbox_paper (state, created_at);
create index mailbox_paper_by_box on mailbox_paper (box, created_at);
create index mailbox_paper_by_batch on mailbox_paper (batch);

-- Companies are found by their number for every letter that comes.
create index people_organisation_by_cvr on people_organisation (cvr);
