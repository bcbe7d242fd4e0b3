//! The SQL of persons and identities.

use basics::Id;
use realm::PersonTag;
use store::rows::Rows;
use store::{DbError, Tx, params};

use super::{Identity, Person};

pub(super) async fn insert(tx: &Tx, person: &Person) -> Result<(), DbError> {
    tx.run(
        "insert into people_person (id, name, birth_date, created_at)
         values ($1, $2, $3, $4)",
        params![person.id, &person.name, person.birth_date, person.created_at],
    )
    .await?;
    Ok(())
}

pub(crate) async fn insert_all(tx: &Tx, people: &[Person]) -> Result<(), DbError> {
    let mut rows = Rows::new(4);
    for person in people {
        rows.push(params![person.id, &person.name, person.birth_date, person.created_at]);
    }
    rows.run(tx, |rows| format!("insert into people_person (id, name, birth_date, created_at) {rows}")).await
}

pub(super) async fn by_id(tx: &Tx, id: Id<PersonTag>) -> Result<Option<Person>, DbError> {
    tx.optional(
        "select id, name, birth_date, created_at
         from people_person
         where id = $1",
        params![id],
    )
    .await
}

/// The person, kept from other writers, so that what is decided about them stays true until the work is done.
pub(crate) async fn lock(tx: &Tx, id: Id<PersonTag>) -> Result<Option<Person>, DbError> {
    tx.optional_for_update(
        "select id, name, birth_date, created_at
         from people_person
         where id = $1",
        params![id],
    )
    .await
}

pub(super) async fn by_identity(tx: &Tx, broker: &str, subject: &str) -> Result<Option<Person>, DbError> {
    tx.optional(
        "select p.id, p.name, p.birth_date, p.created_at
         from people_identity i
         join people_person p on p.id = i.person
         where i.broker = $1 and i.subject = $2",
        params![broker, subject],
    )
    .await
}

pub(super) async fn insert_identity(tx: &Tx, identity: &Identity) -> Result<(), DbError> {
    tx.run(
        "insert into people_identity (broker, subject, person, created_at)
         values ($1, $2, $3, $4)",
        params![&identity.broker, &identity.subject, identity.person, identity.created_at],
    )
    .await?;
    Ok(())
}

pub(super) async fn identities(tx: &Tx, person: Id<PersonTag>) -> Result<Vec<Identity>, DbError> {
    tx.all(
        "select broker, subject, person, created_at
         from people_identity
         where person = $1
         order by broker, subject",
        params![person],
    )
    .await
}
