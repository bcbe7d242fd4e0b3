-- Practice: what a sandbox would have sent. The table is there in every realm, and filled in sandboxes only.
create table practice_telephone (
    -- What the mail or the text message is known by: what is sent twice comes once.
    id text primary key,
    -- On the sandbox's clock.
    at bigint not null,
    -- 'sms' or 'mail'.
    kind text not null,
    receiver text not null,
    -- Empty for a text message.
    subject text not null,
    body text not null,
    -- The button of a mail; empty where there is none.
    link_label text not null,
    link text not null,
    seen boolean not null
);
create index practice_telephone_by_time on practice_telephone (at);
