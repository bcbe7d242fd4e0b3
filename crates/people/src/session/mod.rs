//! Who is signed in: a secret in the browser's cookie, its hash in the database.
//!
//! A sign-in always makes a new secret, so that nobody can plant one beforehand (session fixation). The secret has
//! 256 bits; its BLAKE3 hash is all that is kept, so that a copy of the database signs nobody in.

mod rules;
mod sql;

use basics::Id;
use jiff::{SignedDuration, Timestamp};
use page::{Site, cookies};
use realm::{Change, PersonTag, RealmKind, Work};
use serde::Serialize;
use store::{DbError, Tx, row};

use crate::{Role, memberships_of};

pub use rules::{Lifetime, SEEN_STEP};

/// What the cookie is called, before `__Host-` and the realm are added.
pub const COOKIE: &str = cookies::SESSION;

/// Marks ids of sessions.
pub enum SessionTag {}

row! {
    /// A session.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub struct Session {
        /// The id, which opens nothing.
        pub id: Id<SessionTag>,
        /// Who is signed in.
        pub person: Id<PersonTag>,
        /// The key of the broker who said so.
        pub broker: String,
        /// When they signed in.
        pub created_at: Timestamp,
        /// When they were last here, to the minute.
        pub last_seen_at: Timestamp,
        /// After how many quiet seconds it ends.
        pub idle_seconds: i64,
        /// When it ends however much it is used.
        pub expires_at: Timestamp,
    }
}

fn hash(secret: &str) -> String {
    blake3::hash(secret.as_bytes()).to_hex().to_string()
}

/// Signs a person in and gives the secret for their browser. Staff, who work here all day, are signed out later
/// than citizens, who may sit at the library's computer.
///
/// # Errors
/// When the database does not answer.
pub async fn start(work: &mut Work<'_>, person: Id<PersonTag>, broker: &str) -> Result<String, DbError> {
    let (now, today) = (work.now(), work.today());
    sql::delete_ended(work.tx(), now).await?;
    let roles = memberships_of(work.tx(), person, today).await?;
    let is_staff = roles.iter().any(|membership| membership.role != Role::Citizen);
    let lifetime = if is_staff { Lifetime::STAFF } else { Lifetime::CITIZEN };
    let session = Session {
        id: work.new_id(),
        person,
        broker: broker.to_owned(),
        created_at: now,
        last_seen_at: now,
        idle_seconds: lifetime.idle.as_secs(),
        expires_at: now + lifetime.absolute,
    };
    let secret = work.realm.chance.secret();
    sql::insert(work.tx(), &hash(&secret), &session).await?;
    work.record(Change::new("session.start", "session", &session.id).concerns(person).after(&session));
    Ok(secret)
}

/// The session that a secret opens, if it is still good at `now`.
///
/// # Errors
/// When the database does not answer.
pub async fn find(tx: &Tx, secret: &str, now: Timestamp) -> Result<Option<Session>, DbError> {
    let found = sql::by_hash(tx, &hash(secret)).await?;
    Ok(found.filter(|session| session.is_good_at(now)))
}

/// Notes that the person is here; worth doing only where [`Session::is_due`] says so. Leaves no audit record: it
/// says nothing that the person's own doings do not.
///
/// # Errors
/// When the database does not answer.
pub async fn touch(work: &mut Work<'_>, session: &Session) -> Result<(), DbError> {
    sql::set_last_seen(work.tx(), session.id, work.now()).await
}

/// Lets whoever is signed in stay so when a clock has been moved on by so much: nobody was away in that time. For practice alone;
/// in a live realm nothing happens.
///
/// # Errors
/// When the database does not answer.
pub async fn carry_over(work: &mut Work<'_>, by: SignedDuration) -> Result<(), DbError> {
    if work.realm.kind == RealmKind::Live {
        return Ok(());
    }
    sql::postpone_all(work.tx(), by).await
}

/// Signs out the browser that holds the secret. Says whether anybody was signed in.
///
/// # Errors
/// When the database does not answer.
pub async fn end(work: &mut Work<'_>, secret: &str) -> Result<bool, DbError> {
    let Some(session) = sql::by_hash(work.tx(), &hash(secret)).await? else { return Ok(false) };
    sql::delete(work.tx(), session.id).await?;
    let change = Change::new("session.end", "session", &session.id).concerns(session.person);
    work.record(change.before(&session));
    Ok(true)
}

/// Signs a person out everywhere. Says how many sessions that were.
///
/// # Errors
/// When the database does not answer.
pub async fn end_all(work: &mut Work<'_>, person: Id<PersonTag>) -> Result<u64, DbError> {
    let ended = sql::delete_all_of(work.tx(), person).await?;
    if ended > 0 {
        let change = Change::new("session.end_all", "person", &person).concerns(person);
        work.record(change.before(&serde_json::json!({ "sessions": ended })));
    }
    Ok(ended)
}

/// The person's sessions that are good at `now`, the latest used first.
///
/// # Errors
/// When the database does not answer.
pub async fn sessions_of(tx: &Tx, person: Id<PersonTag>, now: Timestamp) -> Result<Vec<Session>, DbError> {
    let mut sessions = sql::of_person(tx, person).await?;
    sessions.retain(|session| session.is_good_at(now));
    Ok(sessions)
}

/// The secret in a request's cookie, for the realm with this prefix.
#[must_use]
pub fn secret_in<'h>(headers: &'h http::HeaderMap, site: &Site, prefix: &str) -> Option<&'h str> {
    cookies::read(headers, &cookies::secret_name(site, prefix, COOKIE))
}

/// The `Set-Cookie` that keeps a secret in the browser, for as long as any session lasts.
#[must_use]
pub fn set_cookie(site: &Site, prefix: &str, secret: &str) -> String {
    let longest: SignedDuration = Lifetime::STAFF.absolute.max(Lifetime::CITIZEN.absolute);
    cookies::secret(site, prefix, COOKIE, secret, longest.as_secs())
}

/// The `Set-Cookie` that takes the secret out of the browser.
#[must_use]
pub fn clear_cookie(site: &Site, prefix: &str) -> String {
    cookies::secret(site, prefix, COOKIE, "", 0)
}
