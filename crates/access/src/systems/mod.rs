//! The systems that may ask who may do what. A system shows a secret; only its hash is kept.

mod sql;

use basics::Id;
use jiff::Timestamp;
use realm::{Change, Work};
use serde::Serialize;
use store::{DbError, Tx};

use crate::{AdmitAsker, Permit};

/// Marks ids of asking systems.
pub enum SystemTag {}

/// How many characters the name of a system has at most.
pub const LONGEST_NAME: usize = 80;

/// A system that may ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct System {
    /// The id.
    pub id: Id<SystemTag>,
    /// What its people call it.
    pub name: String,
    /// Since when it may ask.
    pub created_at: Timestamp,
    /// Since when it may not any more.
    pub ended_at: Option<Timestamp>,
}

/// A system cannot be let in.
#[derive(Debug, thiserror::Error)]
pub enum AdmitError {
    /// There is no name, or it is too long.
    #[error("the name of a system has 1 to 80 characters")]
    Name,
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Lets a system ask. The secret that it must show is given out now and never again.
///
/// # Errors
/// When the name does not do.
pub async fn admit_system(
    work: &mut Work<'_>,
    _permit: &Permit<AdmitAsker>,
    name: &str,
) -> Result<(System, String), AdmitError> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.contains(char::is_control) {
        return Err(AdmitError::Name);
    }
    let secret = work.realm.chance.secret();
    let system = System { id: work.new_id(), name: name.to_owned(), created_at: work.now(), ended_at: None };
    sql::insert(work.tx(), &system, &hash(&secret)).await?;
    work.record(Change::new("access_system.admit", "system", &system.id).after(&system));
    Ok((system, secret))
}

/// Lets a system ask no more, from its very next question on. Says whether it could until now.
///
/// # Errors
/// When the database does not answer.
pub async fn end_system(
    work: &mut Work<'_>,
    _permit: &Permit<AdmitAsker>,
    id: Id<SystemTag>,
) -> Result<bool, DbError> {
    let ended = sql::end(work.tx(), id, work.now()).await?;
    if ended {
        work.record(Change::new("access_system.end", "system", &id));
    }
    Ok(ended)
}

/// Every system, those that may ask first.
///
/// # Errors
/// When the database does not answer.
pub async fn systems(tx: &Tx) -> Result<Vec<System>, DbError> {
    sql::all(tx).await
}

/// The system that shows this secret and may ask.
///
/// # Errors
/// When the database does not answer.
pub async fn system_by_secret(tx: &Tx, secret: &str) -> Result<Option<System>, DbError> {
    sql::by_hash(tx, &hash(secret)).await
}

/// A secret has so much chance in it that nobody can try them all, so its hash needs no salt.
fn hash(secret: &str) -> String {
    blake3::hash(secret.as_bytes()).to_hex().to_string()
}
