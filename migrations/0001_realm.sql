-- The audit chain: every change with before and after, each record hashed with the one before it.
create table realm_audit (
    seq bigint primary key,
    at bigint not null,
    actor uuid,
    actor_label text not null,
    via text not null,
    on_behalf_of uuid,
    action text not null,
    subject_kind text not null,
    subject text not null,
    concerns uuid,
    reason text not null,
    before text,
    after text,
    request text not null,
    previous text not null,
    hash text not null
);
create index realm_audit_by_actor on realm_audit (actor, seq);
create index realm_audit_by_concerns on realm_audit (concerns, seq);
create index realm_audit_by_subject on realm_audit (subject_kind, subject, seq);

-- The end of the chain; a writer locks this row while it appends.
create table realm_audit_head (
    id bigint primary key,
    seq bigint not null,
    hash text not null
);
insert into realm_audit_head (id, seq, hash) values (1, 0, '');

-- [sqlite]
create trigger realm_audit_keeps before update on realm_audit
begin select raise(abort, 'the audit log is append-only'); end;
create trigger realm_audit_stays before delete on realm_audit
begin select raise(abort, 'the audit log is append-only'); end;
-- [postgres]
create function realm_audit_refuse() returns trigger language plpgsql as
$$ begin raise exception 'the audit log is append-only'; end $$;
create trigger realm_audit_keeps before update or delete on realm_audit
    for each row execute function realm_audit_refuse();
-- [both]
