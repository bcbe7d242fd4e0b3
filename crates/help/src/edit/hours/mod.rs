//! When a help point is open, rule by rule.

pub(crate) mod form;
pub(crate) mod told;
pub(crate) mod web;

use access::{EditHelpPoint, Permit};
use hours::Rule;
use realm::Work;
use uuid::Uuid;

use super::{EditError, Seen, change};
use crate::model::{HelpPoint, RuleRow};

/// Puts a rule in the place of the one with this id, or adds it where there is no id.
///
/// # Errors
/// [`EditError::Hours`] where the rule is not sound; [`EditError::NoPart`] where the point has no such rule;
/// [`EditError::Conflict`] where the point has changed since it was seen.
pub async fn put_rule(
    work: &mut Work<'_>,
    permit: &Permit<EditHelpPoint>,
    seen: Seen,
    id: Option<Uuid>,
    rule: Rule,
) -> Result<HelpPoint, EditError> {
    rule.validate().map_err(EditError::Hours)?;
    let new = work.new_uuid();
    change(work, permit, seen, |point| {
        let Some(id) = id else {
            point.rules.push(RuleRow { id: new, rule });
            return Ok(());
        };
        let known = point.rules.iter_mut().find(|row| row.id == id);
        known.ok_or(EditError::NoPart(id))?.rule = rule;
        Ok(())
    })
    .await
}

/// Takes a rule away.
///
/// # Errors
/// As [`put_rule`].
pub async fn remove_rule(
    work: &mut Work<'_>,
    permit: &Permit<EditHelpPoint>,
    seen: Seen,
    id: Uuid,
) -> Result<HelpPoint, EditError> {
    change(work, permit, seen, |point| {
        let known = point.rules.iter().position(|row| row.id == id);
        point.rules.remove(known.ok_or(EditError::NoPart(id))?);
        Ok(())
    })
    .await
}
