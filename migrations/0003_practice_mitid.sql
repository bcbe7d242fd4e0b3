-- The simulated MitID: pretend people, sign-ins under way, and its signing keys. Never opened in production.
create table practice_mitid_user (
    user_name text primary key,
    subject text not null unique,
    name text not null,
    birth_date text not null,
    failures bigint not null default 0,
    locked_until bigint
);

create table practice_mitid_login (
    id text primary key,
    client_id text not null,
    redirect_uri text not null,
    state text not null,
    nonce text,
    code_challenge text not null,
    user_name text,
    step text not null,
    device text,
    expected_code text,
    code text unique,
    expires_at bigint not null
);

create table practice_mitid_key (
    kid text primary key,
    private_key text not null,
    created_at bigint not null,
    retired_at bigint
);
