-- The simulated MitID: pretend people, sign-ins under way, and its signing keys. Never opened in production.
create table practice_mitid_user (
    -- In lower case, as it is looked up.
    user_name text primary key,
    subject text not null unique,
    name text not null,
    birth_date text not null,
    failures bigint not null default 0,
    locked_until bigint
);

-- A sign-in from the request until its code is redeemed or it expires; what is over is removed.
create table practice_mitid_login (
    id text primary key,
    redirect_uri text not null,
    state text,
    nonce text,
    code_challenge text not null,
    step text not null,
    user_name text references practice_mitid_user (user_name),
    compare_number text,
    device_code text,
    code_hash text unique,
    approved_at bigint,
    expires_at bigint not null
);
create index practice_mitid_login_by_expiry on practice_mitid_login (expires_at);

-- The newest key that is not retired signs; a retired one is published for an hour more.
create table practice_mitid_key (
    kid text primary key,
    private_key text not null,
    created_at bigint not null,
    retired_at bigint
);
