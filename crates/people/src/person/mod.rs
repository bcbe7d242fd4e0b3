//! Persons, and how brokers know them.

mod family;
mod names;
mod sql;

pub use family::{Kin, died_on, hold, note_death, note_relatives, relatives_of};
pub use names::{names_of_organisations, names_of_persons};
pub(crate) use sql::{insert_all, lock};

use basics::Id;
use jiff::Timestamp;
use jiff::civil::Date;
use realm::{Change, PersonTag, Work};
use serde::Serialize;
use store::{DbError, Tx, row};

row! {
    /// Somebody.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub struct Person {
        /// The id.
        pub id: Id<PersonTag>,
        /// What they are called.
        pub name: String,
        /// When they were born, where a broker has said so.
        pub birth_date: Option<Date>,
        /// When we first met them.
        pub created_at: Timestamp,
    }
}

row! {
    /// How a broker knows a person.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub struct Identity {
        /// The key of the broker in the settings.
        pub broker: String,
        /// The broker's own name for the person; never a CPR number.
        pub subject: String,
        /// The person.
        pub person: Id<PersonTag>,
        /// Since when.
        pub created_at: Timestamp,
    }
}

/// What is known of somebody we have not met before.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// What they are called.
    pub name: String,
    /// When they were born, where it is known.
    pub birth_date: Option<Date>,
}

/// An identity cannot be linked to a person.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// The broker's subject is somebody else here.
    #[error("this identity at {broker} belongs to another person")]
    BelongsToAnother {
        /// The broker.
        broker: String,
    },
    /// There is no such person.
    #[error("there is no person {0}")]
    NoPerson(Id<PersonTag>),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Makes a person.
///
/// # Errors
/// When the database does not answer.
pub async fn create_person(work: &mut Work<'_>, new: NewPerson) -> Result<Person, DbError> {
    let person =
        Person { id: work.new_id(), name: new.name, birth_date: new.birth_date, created_at: work.now() };
    sql::insert(work.tx(), &person).await?;
    work.record(Change::new("person.create", "person", &person.id).concerns(person.id).after(&person));
    Ok(person)
}

/// Notes how a broker knows a person. Doing it twice changes nothing.
///
/// # Errors
/// When the identity is another person's, or there is no such person.
pub async fn link_identity(
    work: &mut Work<'_>,
    broker: &str,
    subject: &str,
    person: Id<PersonTag>,
) -> Result<(), LinkError> {
    if lock(work.tx(), person).await?.is_none() {
        return Err(LinkError::NoPerson(person));
    }
    match sql::by_identity(work.tx(), broker, subject).await? {
        Some(known) if known.id == person => return Ok(()),
        Some(_) => return Err(LinkError::BelongsToAnother { broker: broker.to_owned() }),
        None => {}
    }
    let identity =
        Identity { broker: broker.to_owned(), subject: subject.to_owned(), person, created_at: work.now() };
    sql::insert_identity(work.tx(), &identity).await?;
    work.record(Change::new("identity.link", "identity", &broker).concerns(person).after(&identity));
    Ok(())
}

/// The person.
///
/// # Errors
/// When the database does not answer.
pub async fn person(tx: &Tx, id: Id<PersonTag>) -> Result<Option<Person>, DbError> {
    sql::by_id(tx, id).await
}

/// The person whom a broker calls `subject`.
///
/// # Errors
/// When the database does not answer.
pub async fn person_by_identity(tx: &Tx, broker: &str, subject: &str) -> Result<Option<Person>, DbError> {
    sql::by_identity(tx, broker, subject).await
}

/// How brokers know the person, by broker.
///
/// # Errors
/// When the database does not answer.
pub async fn identities_of(tx: &Tx, person: Id<PersonTag>) -> Result<Vec<Identity>, DbError> {
    sql::identities(tx, person).await
}
