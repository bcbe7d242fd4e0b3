//! The systems that may send, each in the name of one organisation. A system shows a secret; only its hash is kept.

mod sql;

use access::{AdmitSender, Permit};
use basics::{Cvr, Id};
use jiff::Timestamp;
use people::OrganisationTag;
use realm::{Change, Work};
use serde::Serialize;
use store::{DbError, Tx};

/// Marks ids of sending systems.
pub enum SenderTag {}

/// How many characters the name of a system has at most.
pub const LONGEST_NAME: usize = 80;

/// A system that may send.
#[derive(Debug, Clone, Serialize)]
pub struct Sender {
    /// The id.
    pub id: Id<SenderTag>,
    /// The organisation in whose name it sends.
    pub organisation: Id<OrganisationTag>,
    /// What its people call it.
    pub name: String,
    /// Since when it may send.
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
    /// There is no such organisation, or its number is not known: nobody could tell what it may send.
    #[error("the organisation is not known, or has no CVR number")]
    Organisation,
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Lets a system send in the name of an organisation. The secret that it must show is given out now and never again.
///
/// # Errors
/// When the name does not do, or the organisation has no CVR number.
pub async fn admit_sender(
    work: &mut Work<'_>,
    _permit: &Permit<AdmitSender>,
    organisation: Id<OrganisationTag>,
    name: &str,
) -> Result<(Sender, String), AdmitError> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.contains(char::is_control) {
        return Err(AdmitError::Name);
    }
    let known = people::organisation(work.tx(), organisation).await?;
    if known.is_none_or(|known| known.cvr.is_none()) {
        return Err(AdmitError::Organisation);
    }
    let secret = work.realm.chance.secret();
    let sender = Sender {
        id: work.new_id(),
        organisation,
        name: name.to_owned(),
        created_at: work.now(),
        ended_at: None,
    };
    sql::insert(work.tx(), &sender, &hash(&secret)).await?;
    work.record(Change::new("mail_sender.admit", "sender", &sender.id).after(&sender));
    Ok((sender, secret))
}

/// Lets a system send no more, from the very next message on. Says whether it could until now.
///
/// # Errors
/// When the database does not answer.
pub async fn end_sender(
    work: &mut Work<'_>,
    _permit: &Permit<AdmitSender>,
    id: Id<SenderTag>,
) -> Result<bool, DbError> {
    let ended = sql::end(work.tx(), id, work.now()).await?;
    if ended {
        work.record(Change::new("mail_sender.end", "sender", &id));
    }
    Ok(ended)
}

/// Every system, those that may send first.
///
/// # Errors
/// When the database does not answer.
pub async fn senders(tx: &Tx) -> Result<Vec<Sender>, DbError> {
    sql::all(tx).await
}

/// The system that shows this secret and may send, with the number of its organisation.
///
/// # Errors
/// When the database does not answer.
pub async fn sender_by_secret(tx: &Tx, secret: &str) -> Result<Option<(Sender, Option<Cvr>)>, DbError> {
    let Some(sender) = sql::by_hash(tx, &hash(secret)).await? else { return Ok(None) };
    let organisation = people::organisation(tx, sender.organisation).await?;
    Ok(Some((sender, organisation.and_then(|organisation| organisation.cvr))))
}

/// The organisation behind the system that sent something; none where an operator of the machine handed it in.
pub(crate) async fn organisation_of(
    tx: &Tx,
    system: uuid::Uuid,
) -> Result<Option<people::Organisation>, DbError> {
    match sql::by_id(tx, Id::from_uuid(system)).await? {
        Some(sender) => people::organisation(tx, sender.organisation).await,
        None => Ok(None),
    }
}

/// A secret has so much chance in it that nobody can try them all, so its hash needs no salt.
fn hash(secret: &str) -> String {
    blake3::hash(secret.as_bytes()).to_hex().to_string()
}
