//! Who has opened what to whom.

use basics::Id;
use realm::PersonTag;
use store::{DbError, Tx};
use uuid::Uuid;

use super::{Asker, Mandate, MandateTag, sql};
use crate::Holder;

/// The mandate.
///
/// # Errors
/// When the database does not answer.
pub async fn mandate(tx: &Tx, id: Id<MandateTag>) -> Result<Option<Mandate>, DbError> {
    sql::by_id(tx, id).await
}

/// Everything that opens the owner's things, whoever gave it and whatever became of it, the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_owner(tx: &Tx, owner: Holder) -> Result<Vec<Mandate>, DbError> {
    sql::of_owner(tx, owner.uuid()).await
}

/// Everything that somebody gives, their own things and what they pass on, the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn given_by(tx: &Tx, giver: Holder) -> Result<Vec<Mandate>, DbError> {
    sql::of_giver(tx, giver.uuid()).await
}

/// Everything that was given to a person, for themself or as employee, or to an organisation; the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn held_by(tx: &Tx, holder: Holder) -> Result<Vec<Mandate>, DbError> {
    sql::of_holder(tx, holder.uuid()).await
}

/// What was passed on from a mandate, in order.
///
/// # Errors
/// When the database does not answer.
pub async fn passed_on_from(tx: &Tx, parent: Id<MandateTag>) -> Result<Vec<Mandate>, DbError> {
    sql::of_parent(tx, parent).await
}

/// What the decision looks at: all that the owner has opened to whoever asks, or to where they sign, and what that was
/// passed on from.
pub(crate) async fn between(tx: &Tx, owner: Holder, asker: Asker<'_>) -> Result<Vec<Mandate>, DbError> {
    let signs = asker.memberships.iter().filter(|one| one.role == people::Role::Signatory);
    let mut holders: Vec<Uuid> = vec![person_of(asker)];
    holders.extend(signs.map(|one| one.organisation.uuid()));
    let mut found = sql::between(tx, owner.uuid(), &holders).await?;
    let mut next = 0;
    while let Some(mandate) = found.get(next) {
        next += 1;
        let Some(parent) = mandate.parent else { continue };
        if !found.iter().any(|known| known.id == parent)
            && let Some(parent) = sql::by_id(tx, parent).await?
        {
            found.push(parent);
        }
    }
    Ok(found)
}

fn person_of(asker: Asker<'_>) -> Uuid {
    let person: Id<PersonTag> = asker.person;
    person.uuid()
}
