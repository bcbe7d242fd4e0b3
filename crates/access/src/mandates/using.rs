//! Noting that a mandate is used, so that its giver sees when.

use basics::Id;
use jiff::SignedDuration;
use realm::{Actor, Realm, Work};
use store::DbError;

use super::{Event, Grant, Mandate, MandateTag, events, sql};

/// Use within this time is not written again.
const ONE_USE: SignedDuration = SignedDuration::from_mins(10);

/// The mandates among these that were not used lately.
fn stale(realm: &Realm, grants: &[Grant], mandates: &[Mandate]) -> Vec<Mandate> {
    let before = realm.now() - ONE_USE;
    let used = |mandate: &&Mandate| grants.iter().any(|grant| grant.mandate == mandate.id);
    let is_stale = |mandate: &&Mandate| mandate.last_used_at.is_none_or(|last| last < before);
    mandates.iter().filter(used).filter(is_stale).cloned().collect()
}

/// Notes that the mandates that leave rests on are used, in a work of its own where `work` is none.
pub(crate) async fn note_use(
    realm: &Realm,
    actor: &Actor,
    work: Option<&mut Work<'_>>,
    grants: &[Grant],
    mandates: &[Mandate],
) -> Result<(), DbError> {
    let used = stale(realm, grants, mandates);
    if used.is_empty() {
        return Ok(());
    }
    match work {
        Some(work) => note(work, &used).await,
        None => {
            let mut own = realm.work(actor.clone()).await?;
            note(&mut own, &used).await?;
            own.commit().await
        }
    }
}

async fn note(work: &mut Work<'_>, used: &[Mandate]) -> Result<(), DbError> {
    for mandate in used {
        let id: Id<MandateTag> = mandate.id;
        if sql::set_used(work.tx(), id, work.now()).await? {
            events::tell(work, mandate, Event::UsedFirst).await?;
        }
    }
    Ok(())
}
