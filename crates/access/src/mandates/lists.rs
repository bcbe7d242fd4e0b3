//! Who has opened what to whom.

use basics::Id;
use people::Role;
use store::{DbError, Tx};

use super::{Asker, Mandate, MandateTag, State, sql};
use crate::Holder;

/// The mandate.
///
/// # Errors
/// When the database does not answer.
pub async fn mandate(tx: &Tx, id: Id<MandateTag>) -> Result<Option<Mandate>, DbError> {
    sql::by_id(tx, id).await
}

/// Everything that opens the owner's things, whoever gave it, and the latest fifty that are over; the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_owner(tx: &Tx, owner: Holder) -> Result<Vec<Mandate>, DbError> {
    sql::of_owner(tx, owner.uuid()).await
}

/// Everything that somebody gives and that is not over, their own things and what they pass on, the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn given_by(tx: &Tx, giver: Holder) -> Result<Vec<Mandate>, DbError> {
    sql::of_giver(tx, giver.uuid()).await
}

/// Everything that was given to a person, for themself or as employee, or to an organisation, and is not over; the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn held_by(tx: &Tx, holder: Holder) -> Result<Vec<Mandate>, DbError> {
    sql::of_holder(tx, holder.uuid()).await
}

/// What was passed on from a mandate and is not over, in order.
///
/// # Errors
/// When the database does not answer.
pub async fn passed_on_from(tx: &Tx, parent: Id<MandateTag>) -> Result<Vec<Mandate>, DbError> {
    sql::of_parent(tx, parent).await
}

/// What the decision looks at: all that stands between the owner and whoever asks, or where they sign; what that was passed on from;
/// and the latest few that are over, for they explain a no.
pub(crate) async fn between(tx: &Tx, owner: Holder, asker: Asker<'_>) -> Result<Vec<Mandate>, DbError> {
    let signs = asker.memberships.iter().filter(|one| one.role == Role::Signatory);
    let mut holders = vec![asker.person.uuid()];
    holders.extend(signs.map(|one| one.organisation.uuid()));
    let mut found = sql::between(tx, owner.uuid(), &holders).await?;
    let mut next = 0;
    while let Some(mandate) = found.get(next) {
        next += 1;
        // What is over opens nothing, whatever it was passed on from.
        let Some(parent) = mandate.parent.filter(|_| mandate.state == State::Active) else { continue };
        if !found.iter().any(|known| known.id == parent)
            && let Some(parent) = sql::by_id(tx, parent).await?
        {
            found.push(parent);
        }
    }
    Ok(found)
}
