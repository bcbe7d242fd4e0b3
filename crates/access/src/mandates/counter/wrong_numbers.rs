//! Against guessing at the counter: whoever types too many numbers that are nobody's, or somebody else's than they should be, can
//! look nobody up for a time. The numbers themselves are not kept.

use basics::Id;
use jiff::{SignedDuration, Timestamp};
use realm::{Change, PersonTag, Work};
use store::DbError;

use super::super::{MandateError, mandate_law};
use super::sql;
use crate::{Permit, RegisterMandate};

/// Lets the employee look somebody up by number. Until the work ends, their other look-ups wait.
///
/// # Errors
/// [`MandateError::WrongNumbers`] after as many wrong ones as the rules of the day allow, in the time that they name.
pub async fn may_look_up(work: &Work<'_>, _permit: &Permit<RegisterMandate>) -> Result<(), MandateError> {
    let Some(employee) = work.actor.person else { return Ok(()) };
    people::hold(work.tx(), employee).await?;
    match locked_until(work, employee).await? {
        Some(end) => Err(MandateError::WrongNumbers { minutes: minutes_until(end, work.now()) }),
        None => Ok(()),
    }
}

/// Notes that the employee has typed a number that led to nobody, or to another person than the one who should stand there.
///
/// # Errors
/// When the database does not answer.
pub async fn note_wrong_number(
    work: &mut Work<'_>,
    _permit: &Permit<RegisterMandate>,
) -> Result<(), DbError> {
    let Some(employee) = work.actor.person else { return Ok(()) };
    let (id, now) = (work.new_uuid(), work.now());
    sql::forget_wrong_numbers(work.tx(), employee, now - window(work)).await?;
    sql::put_wrong_number(work.tx(), id, employee, now).await?;
    work.record(Change::new("mandate.wrong_number", "person", &employee));
    if let Some(end) = locked_until(work, employee).await? {
        work.record(Change::new("mandate.lock_look_up", "person", &employee).after(&end));
    }
    Ok(())
}

/// Until when the employee can look nobody up; none where they can.
async fn locked_until(work: &Work<'_>, employee: Id<PersonTag>) -> Result<Option<Timestamp>, DbError> {
    let most = mandate_law(work.today()).wrong_numbers_before_lock;
    let since = work.now() - window(work);
    let wrong = sql::wrong_numbers(work.tx(), employee, since, most).await?;
    let is_locked = i64::try_from(wrong.len()).is_ok_and(|n| n >= most);
    Ok(wrong.last().filter(|_| is_locked).map(|first| *first + window(work)))
}

fn window(work: &Work<'_>) -> SignedDuration {
    SignedDuration::from_mins(mandate_law(work.today()).wrong_number_minutes)
}

/// The minutes to wait; one where it is less.
fn minutes_until(end: Timestamp, now: Timestamp) -> i64 {
    let seconds = end.duration_since(now).as_secs();
    (seconds + 59).div_euclid(60).max(1)
}
