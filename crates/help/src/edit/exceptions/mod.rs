//! Days on which a help point has other hours than usual.

pub(crate) mod form;
pub(crate) mod web;

use access::{EditHelpPoint, Permit};
use basics::{Holiday, holidays_in};
use hours::Exception;
use jiff::ToSpan as _;
use jiff::civil::Date;
use realm::Work;
use uuid::Uuid;

use super::{EditError, Seen, change};
use crate::model::{ExceptionRow, HelpPoint};

/// As far ahead as holidays are proposed, in months: staff plan a season at a time.
const AHEAD_MONTHS: i32 = 6;

/// Adds days with other hours.
///
/// # Errors
/// [`EditError::Hours`] where the exception is not sound; [`EditError::Conflict`] where the point has changed since
/// it was seen.
pub async fn add_exception(
    work: &mut Work<'_>,
    permit: &Permit<EditHelpPoint>,
    seen: Seen,
    exception: Exception,
) -> Result<HelpPoint, EditError> {
    exception.validate().map_err(EditError::Hours)?;
    let id = work.new_uuid();
    change(work, permit, seen, |point| {
        point.exceptions.push(ExceptionRow { id, exception });
        Ok(())
    })
    .await
}

/// Takes an exception away, so that the rules hold again.
///
/// # Errors
/// [`EditError::NoPart`] where the point has no such exception; else as [`add_exception`].
pub async fn remove_exception(
    work: &mut Work<'_>,
    permit: &Permit<EditHelpPoint>,
    seen: Seen,
    id: Uuid,
) -> Result<HelpPoint, EditError> {
    change(work, permit, seen, |point| {
        let known = point.exceptions.iter().position(|row| row.id == id);
        point.exceptions.remove(known.ok_or(EditError::NoPart(id))?);
        Ok(())
    })
    .await
}

/// The holidays of the next half year for which nothing has been said yet, a date once.
#[must_use]
pub fn holidays_to_settle(point: &HelpPoint, today: Date) -> Vec<(Date, Holiday)> {
    let last = today.saturating_add(AHEAD_MONTHS.months());
    let settled = |date: Date| {
        let mut days = point.exceptions.iter().map(|row| &row.exception);
        days.any(|exception| exception.date_from <= date && date <= exception.date_to)
    };
    let mut days: Vec<(Date, Holiday)> = (today.year()..=last.year()).flat_map(holidays_in).collect();
    days.retain(|(date, _)| (today..=last).contains(date) && !settled(*date));
    days.dedup_by_key(|(date, _)| *date);
    days
}
