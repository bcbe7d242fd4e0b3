//! The SQL of sessions.

use basics::Id;
use jiff::{SignedDuration, Timestamp};
use realm::PersonTag;
use store::{DbError, Tx, params};

use super::{Session, SessionTag};

pub(super) async fn insert(tx: &Tx, secret_hash: &str, session: &Session) -> Result<(), DbError> {
    let s = session;
    tx.run(
        "insert into people_session
             (id, secret_hash, person, broker, created_at, last_seen_at, idle_seconds, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            s.id,
            secret_hash,
            s.person,
            &s.broker,
            s.created_at,
            s.last_seen_at,
            s.idle_seconds,
            s.expires_at
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn by_hash(tx: &Tx, secret_hash: &str) -> Result<Option<Session>, DbError> {
    tx.optional(
        "select id, person, broker, created_at, last_seen_at, idle_seconds, expires_at
         from people_session
         where secret_hash = $1",
        params![secret_hash],
    )
    .await
}

pub(super) async fn of_person(tx: &Tx, person: Id<PersonTag>) -> Result<Vec<Session>, DbError> {
    tx.all(
        "select id, person, broker, created_at, last_seen_at, idle_seconds, expires_at
         from people_session
         where person = $1
         order by last_seen_at desc, id",
        params![person],
    )
    .await
}

pub(super) async fn set_last_seen(tx: &Tx, id: Id<SessionTag>, at: Timestamp) -> Result<(), DbError> {
    tx.run("update people_session set last_seen_at = $2 where id = $1", params![id, at]).await?;
    Ok(())
}

pub(super) async fn postpone_all(tx: &Tx, by: SignedDuration) -> Result<(), DbError> {
    // Instants are microseconds in the database.
    let micros = i64::try_from(by.as_micros()).unwrap_or(0);
    tx.run(
        "update people_session
         set last_seen_at = last_seen_at + $1, expires_at = expires_at + $1",
        params![micros],
    )
    .await?;
    Ok(())
}

pub(super) async fn delete(tx: &Tx, id: Id<SessionTag>) -> Result<(), DbError> {
    tx.run("delete from people_session where id = $1", params![id]).await?;
    Ok(())
}

pub(super) async fn delete_all_of(tx: &Tx, person: Id<PersonTag>) -> Result<u64, DbError> {
    tx.run("delete from people_session where person = $1", params![person]).await
}

/// Forgets sessions that nobody can use any more.
pub(super) async fn delete_ended(tx: &Tx, now: Timestamp) -> Result<(), DbError> {
    tx.run(
        "delete from people_session
         where expires_at <= $1 or last_seen_at + idle_seconds * 1000000 <= $1",
        params![now],
    )
    .await?;
    Ok(())
}
