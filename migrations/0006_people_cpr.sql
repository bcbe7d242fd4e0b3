-- CPR numbers, sealed, and how they are found. Nothing here opens without a key, and the keys are not in the database.
create table people_cpr (
    person uuid primary key references people_person (id),
    -- The number as `vault` sealed it, and the key that opens it.
    sealed text not null,
    sealed_key text not null
);
create index people_cpr_by_key on people_cpr (sealed_key);

-- What finds the number again: its hash under each key. Two nodes that share a key cannot give one number to two
-- people, even while only one of them knows the newest key.
create table people_cpr_mark (
    mark_key text not null,
    mark text not null,
    person uuid not null references people_cpr (person),
    primary key (mark_key, mark)
);
create unique index people_cpr_mark_by_person on people_cpr_mark (person, mark_key);

-- The pretend numbers of the simulated MitID, kept as real ones are.
create table practice_mitid_cpr (
    user_name text primary key references practice_mitid_user (user_name),
    sealed text not null
);
