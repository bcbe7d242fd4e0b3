//! One edit of one help point: nobody overwrites what they have not seen, and the log has it before and after.

use access::{Action, Permit};
use basics::Id;
use page::Problem;
use people::OrganisationTag;
use realm::{Change, Work};
use store::DbError;
use uuid::Uuid;

use crate::model::{Example, HelpPoint, HelpPointTag};
use crate::sql;

/// The help point as somebody saw it before they changed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Which one.
    pub point: Id<HelpPointTag>,
    /// The version they saw.
    pub version: i64,
}

impl Seen {
    /// What somebody sees who has just read the point.
    #[must_use]
    pub fn of(point: &HelpPoint) -> Self {
        Self { point: point.id, version: point.version }
    }

    /// As a form carries it.
    pub(crate) fn typed(point: Id<HelpPointTag>, version: &str) -> Result<Self, Problem> {
        let version = version.trim().parse().map_err(|_| Problem::unreadable())?;
        Ok(Self { point, version })
    }
}

/// A help point cannot be changed so.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// There is no such help point.
    #[error("there is no help point {0}")]
    NoPoint(Id<HelpPointTag>),
    /// The permit speaks of another organisation than the one that answers for the point.
    #[error("the permit does not reach help point {0}")]
    NotTheirs(Id<HelpPointTag>),
    /// The service, rule or exception is gone, or never was there.
    #[error("the help point has no part {0}")]
    NoPart(Uuid),
    /// Somebody else changed it in between; this is how it stands now.
    #[error("help point {} has changed and now is at version {}", .0.id, .0.version)]
    Conflict(Box<HelpPoint>),
    /// A rule or an exception is not sound.
    #[error("the hours are not sound: {}", .0.first().map_or_else(String::new, ToString::to_string))]
    Hours(Vec<hours::HoursError>),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Makes one change: locks the point, compares the version, lets `edit` change a copy, and writes it where that
/// changed anything.
pub(crate) async fn change<A: Action<On = Id<OrganisationTag>>>(
    work: &mut Work<'_>,
    permit: &Permit<A>,
    seen: Seen,
    edit: impl FnOnce(&mut HelpPoint) -> Result<(), EditError>,
) -> Result<HelpPoint, EditError> {
    let gone = || EditError::NoPoint(seen.point);
    let version = sql::lock(work.tx(), seen.point).await?.ok_or_else(gone)?;
    let before = sql::point(work.tx(), seen.point).await?.ok_or_else(gone)?;
    if before.organisation != permit.organisation() {
        return Err(EditError::NotTheirs(seen.point));
    }
    if version != seen.version {
        return Err(EditError::Conflict(Box::new(before)));
    }
    let mut after = before.clone();
    edit(&mut after)?;
    if after == before {
        return Ok(before);
    }
    forget_examples(&before, &mut after);
    after.version += 1;
    sql::put(work.tx(), &after).await?;
    work.record(Change::new(A::NAME, "help_point", &after.id).before(&before).after(&after));
    Ok(after)
}

/// Takes the example mark off every part that somebody has put something else into. An exception says nothing of
/// whether the ordinary hours are made up, so it leaves their mark; and that the place is there at all, only a
/// confirmation says.
pub(crate) fn forget_examples(before: &HelpPoint, after: &mut HelpPoint) {
    let parts = [
        (Example::Street, (&before.street, &before.postcode) != (&after.street, &after.postcode)),
        (Example::Phone, before.phone != after.phone),
        (Example::Email, before.email != after.email),
        (Example::Website, before.website != after.website),
        (Example::Hours, before.rules != after.rules),
        (Example::Languages, before.languages != after.languages),
        (Example::StepFree, before.step_free != after.step_free),
        (Example::Services, before.services != after.services),
    ];
    for (part, _) in parts.iter().filter(|(_, changed)| *changed) {
        after.examples.remove(part);
    }
}
