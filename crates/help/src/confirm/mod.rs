//! Saying that what stands of a help point still holds, and finding those of which nobody has for long.

pub mod rules;
mod web;

use std::collections::BTreeSet;

use access::{ConfirmHelpPoint, Permit};
use realm::Work;

use crate::edit::{EditError, Seen, change};
use crate::model::{Assured, Example, HelpPoint};

/// The staff pages of this slice.
pub(crate) fn routes() -> page::Routes {
    web::routes()
}

/// Notes that everything was right today, in the name of whoever acts. With `examples_too`, what was made up for
/// demonstration is right as well, and loses its mark.
///
/// # Errors
/// [`EditError::Conflict`] where the point has changed since it was seen: what somebody has not seen they have not
/// confirmed.
pub async fn confirm(
    work: &mut Work<'_>,
    permit: &Permit<ConfirmHelpPoint>,
    seen: Seen,
    examples_too: bool,
) -> Result<HelpPoint, EditError> {
    let assured = Assured { date: work.today(), by: work.actor.label.clone() };
    let organisation = people::organisation(work.tx(), permit.organisation()).await?;
    let owner = organisation.map(|organisation| organisation.name.clone()).unwrap_or_default();
    change(work, permit, seen, |point| {
        point.assured = Some(assured);
        if examples_too {
            vouch(point, &owner);
        }
        Ok(())
    })
    .await
}

/// Takes every example mark off, and names who now vouches for the facts. A source that was named before stays named:
/// its licence may ask for it.
fn vouch(point: &mut HelpPoint, owner: &str) {
    let examples: BTreeSet<Example> = std::mem::take(&mut point.examples);
    if examples.contains(&Example::Everything) || point.source.is_empty() {
        owner.clone_into(&mut point.source);
    } else if !examples.is_empty() && !point.source.contains(owner) {
        point.source = format!("{owner}; {}", point.source);
    }
}

#[cfg(test)]
mod tests;
