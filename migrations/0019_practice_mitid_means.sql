-- Practice: what a pretend person can show who they are with. Whoever has no line has the app on a telephone and a document that holds.
create table practice_mitid_means (
    user_name text primary key references practice_mitid_user (user_name),
    app_active boolean not null,
    -- The last day on which passport or identity card holds; null where that is a long time away.
    document_expires_on text,
    -- The code that brings the app onto a telephone, while one is under way; and where it comes from: 'letter' or 'counter'.
    code text,
    code_from text,
    code_expires_at bigint
);

-- What somebody has switched on in a sandbox: 'quiz'.
create table practice_switch (
    name text primary key,
    switched_at bigint not null
);
