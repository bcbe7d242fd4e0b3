//! The CPR numbers of persons: sealed at rest, found by keyed hashes, and shown in full only with a record of it.
//!
//! - The number is kept as `vault` seals it, bound to the person, so that a row that is moved does not open.
//! - It is found by a mark under every key of the ring. Nodes that share one key, as they do while a new key file is
//!   on its way from node to node, cannot give one number to two people.
//! - The number never stands in an audit record, a log line, an error or an address.
//! - Before a key is taken out of the ring, [`reseal_some`] must have left nothing: a number whose key is gone is
//!   neither opened nor found.

mod reseal;
mod sql;

pub use reseal::{Resealed, reseal_some};

use basics::{Cpr, Id};
use realm::{Change, PersonTag, Work};
use store::{DbError, Tx};
use vault::{Keyring, Mark, OpenError};

use crate::Person;
use crate::person::lock;

/// What the keys are derived for. Another word would make every number unreadable.
const PURPOSE: &str = "people.cpr";

/// A number cannot be kept for a person.
#[derive(Debug, thiserror::Error)]
pub enum KeepCprError {
    /// The number is somebody else's here. Who it is, is not told.
    #[error("the cpr number belongs to another person")]
    BelongsToAnother,
    /// The person has a number already, and it is another one.
    #[error("the person has another cpr number")]
    HasAnother,
    /// There is no such person.
    #[error("there is no person {0}")]
    NoPerson(Id<PersonTag>),
    /// The number that the person has cannot be compared.
    #[error(transparent)]
    Unreadable(#[from] ReadCprError),
}

impl From<DbError> for KeepCprError {
    fn from(error: DbError) -> Self {
        Self::Unreadable(error.into())
    }
}

/// A number that is kept cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadCprError {
    /// Its key is missing, or the row was changed.
    #[error("a cpr number does not open: {0}")]
    Closed(#[from] OpenError),
    /// What is kept is not a number.
    #[error("what is kept as a cpr number is none")]
    NotACpr,
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Keeps the number of a person. Doing it twice changes nothing, but brings an older row up to the present keys.
///
/// # Errors
/// When the number is another person's, the person has another one, or there is no such person. Then nothing has
/// changed, and the work can go on.
pub async fn keep(work: &mut Work<'_>, person: Id<PersonTag>, cpr: &Cpr) -> Result<(), KeepCprError> {
    if lock(work.tx(), person).await?.is_none() {
        return Err(KeepCprError::NoPerson(person));
    }
    let vault = &work.realm.vault;
    let marks = marks_of(vault, cpr);
    if holder(work.tx(), &marks).await?.is_some_and(|holder| holder != person) {
        return Err(KeepCprError::BelongsToAnother);
    }
    if let Some(row) = sql::lock(work.tx(), person).await? {
        if open(vault, &row)? != *cpr {
            return Err(KeepCprError::HasAnother);
        }
        reseal::renew(work, &row, cpr).await?;
        return Ok(());
    }
    let sealed = seal(work, person, cpr);
    sql::insert(work.tx(), person, &sealed).await?;
    if !add_marks(work.tx(), person, &marks).await? {
        // Another node was faster by a moment.
        sql::delete(work.tx(), person).await?;
        return Err(KeepCprError::BelongsToAnother);
    }
    work.record(Change::new("cpr.keep", "cpr", &person).concerns(person));
    Ok(())
}

/// Makes people of whom name and number are known, many in a few statements, as a register does that is taken over. They are
/// born when their numbers say. Gives their ids in the same order.
///
/// # Errors
/// When somebody has one of the numbers, or one stands there twice: then the work must not be committed.
pub async fn admit_all(work: &mut Work<'_>, people: &[(String, Cpr)]) -> Result<Vec<Id<PersonTag>>, DbError> {
    let mut rows = Vec::with_capacity(people.len());
    let mut numbers = Vec::with_capacity(people.len());
    for (name, cpr) in people {
        let id = work.new_id();
        let birth_date = Some(cpr.birth_date());
        rows.push(Person { id, name: name.clone(), birth_date, created_at: work.now() });
        numbers.push((id, seal(work, id, cpr), marks_of(&work.realm.vault, cpr)));
    }
    crate::person::insert_all(work.tx(), &rows).await?;
    sql::insert_all(work.tx(), &numbers).await?;
    work.record(Change::new("person.admit", "register", &"people").after(&people.len()));
    Ok(rows.into_iter().map(|person| person.id).collect())
}

/// The person who has the number.
///
/// # Errors
/// When the database does not answer.
pub async fn find(tx: &Tx, vault: &Keyring, cpr: &Cpr) -> Result<Option<Person>, DbError> {
    match holder(tx, &marks_of(vault, cpr)).await? {
        Some(person) => crate::person(tx, person).await,
        None => Ok(None),
    }
}

/// The people who have the numbers, in their order; `None` where nobody has one. Asks the database a few times, however many
/// numbers there are.
///
/// # Errors
/// When the database does not answer.
pub async fn find_all(
    tx: &Tx,
    vault: &Keyring,
    numbers: &[&Cpr],
) -> Result<Vec<Option<Id<PersonTag>>>, DbError> {
    let marks: Vec<Vec<Mark>> = numbers.iter().map(|cpr| marks_of(vault, cpr)).collect();
    let mut found = vec![None; numbers.len()];
    for key in vault.ids() {
        let of_key =
            |marks: &Vec<Mark>| marks.iter().find(|mark| mark.key == key).map(|mark| mark.hash.clone());
        let missing: Vec<(usize, String)> = marks
            .iter()
            .enumerate()
            .filter(|(place, _)| found[*place].is_none())
            .filter_map(|(place, marks)| Some((place, of_key(marks)?)))
            .collect();
        let hashes: Vec<String> = missing.iter().map(|(_, hash)| hash.clone()).collect();
        let holders = sql::holders(tx, &key, &hashes).await?;
        for (place, hash) in missing {
            found[place] = holders.get(&hash).copied();
        }
    }
    Ok(found)
}

/// The number of a person as it may be shown, `010190-••••`.
///
/// # Errors
/// When the number does not open, or the database does not answer.
pub async fn masked(tx: &Tx, vault: &Keyring, person: Id<PersonTag>) -> Result<Option<String>, ReadCprError> {
    let Some(row) = sql::by_person(tx, person).await? else { return Ok(None) };
    Ok(Some(open(vault, &row)?.masked()))
}

/// The whole number of a person, and a record of it that concerns the person. Commit the work before anybody sees
/// the number, or nobody will know that it was seen. `why` must not hold personal data.
///
/// # Errors
/// When the number does not open, or the database does not answer.
pub async fn reveal(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    why: &str,
) -> Result<Option<Cpr>, ReadCprError> {
    let Some(row) = sql::by_person(work.tx(), person).await? else { return Ok(None) };
    let cpr = open(&work.realm.vault, &row)?;
    work.record(Change::new("cpr.reveal", "cpr", &person).concerns(person).because(why));
    Ok(Some(cpr))
}

fn seal(work: &Work<'_>, person: Id<PersonTag>, cpr: &Cpr) -> vault::Sealed {
    let chance = &work.realm.chance;
    let bound_to = person.uuid().into_bytes();
    work.realm.vault.seal(PURPOSE, &bound_to, cpr.expose().as_bytes(), |nonce| chance.fill(nonce))
}

fn open(vault: &Keyring, row: &sql::Row) -> Result<Cpr, ReadCprError> {
    let sealed = row.sealed.parse().map_err(|_| ReadCprError::NotACpr)?;
    let digits = vault.open(PURPOSE, &row.person.uuid().into_bytes(), &sealed)?;
    let digits = std::str::from_utf8(&digits).map_err(|_| ReadCprError::NotACpr)?;
    digits.parse().map_err(|_| ReadCprError::NotACpr)
}

/// The marks of a number, the current key's first.
fn marks_of(vault: &Keyring, cpr: &Cpr) -> Vec<Mark> {
    vault.find_marks(PURPOSE, cpr.expose().as_bytes())
}

async fn holder(tx: &Tx, marks: &[Mark]) -> Result<Option<Id<PersonTag>>, DbError> {
    for mark in marks {
        if let Some(person) = sql::holder(tx, mark).await? {
            return Ok(Some(person));
        }
    }
    Ok(None)
}

/// Adds the marks that are not there yet. Says whether all of them are the person's now; where another person got
/// there first, some may be missing.
async fn add_marks(tx: &Tx, person: Id<PersonTag>, marks: &[Mark]) -> Result<bool, DbError> {
    let mut marks: Vec<&Mark> = marks.iter().collect();
    // Every node in the same order, whichever key it thinks is current: two that wait for each other would both fail.
    marks.sort_by(|one, other| one.key.cmp(&other.key));
    for mark in marks {
        sql::insert_mark(tx, person, mark).await?;
        if sql::holder(tx, mark).await? != Some(person) {
            return Ok(false);
        }
    }
    Ok(true)
}
