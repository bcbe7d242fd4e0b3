//! How mandates end by themselves: at their last day, when nobody answers, and when somebody dies. What ends is refused from its
//! last moment on by the decision itself; this writes it down, and tells people in time.

use basics::Id;
use jiff::ToSpan as _;
use jiff::civil::{Date, time};
use jobs::{Doing, Job, Jobs, Order, Schedule, When};
use realm::{PersonTag, Work};
use store::DbError;

use super::hands::step;
use super::{Event, Mandate, MandateError, State, Step, events, mandate_law, sql};

const END: &str = "access.end_mandates";
const WARN: &str = "access.warn_of_ends";

/// How many mandates are ended in one transaction.
const AT_ONCE: i64 = 100;

/// Adds what this room does by the clock.
#[must_use]
pub fn wire(jobs: Jobs) -> Jobs {
    let at = |name, at| Schedule { name, when: When::Daily(at), kind: name };
    jobs.within(END, end_some)
        .within(WARN, warn_some)
        .schedule(at(END, time(0, 15, 0, 0)))
        .schedule(at(WARN, time(8, 10, 0, 0)))
}

/// Somebody has died: every mandate that they gave or held ends at once, and nothing is told to them. Says how many ended.
///
/// # Errors
/// When the database does not answer.
pub async fn end_by_death(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    died_on: Date,
) -> Result<usize, MandateError> {
    people::note_death(work, person, died_on).await?;
    let ending = sql::alive_of(work.tx(), person).await?;
    let mut ended = 0;
    for found in ending {
        let Some(mut mandate) = sql::lock(work.tx(), found.id).await? else { continue };
        if mandate.state.is_over() {
            continue;
        }
        let was_seen = mandate.state != State::Draft;
        step(work, &mut mandate, Step::Die).await?;
        if was_seen {
            events::tell(work, &mandate, Event::EndedByDeath).await?;
        }
        ended += 1;
    }
    Ok(ended)
}

fn end_some<'a>(work: &'a mut Work<'_>, _: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let mut ending = sql::given_up(work.tx(), work.now(), AT_ONCE).await?;
        ending.extend(sql::past_their_end(work.tx(), work.today(), AT_ONCE).await?);
        ending.extend(sql::past_their_login(work.tx(), work.now(), AT_ONCE).await?);
        let may_be_more = i64::try_from(ending.len()).is_ok_and(|n| n >= AT_ONCE);
        for found in ending {
            expire(work, &found).await?;
        }
        if may_be_more {
            jobs::order(work, Order::new(END, &())).await?;
        }
        Ok(())
    })
}

async fn expire(work: &mut Work<'_>, found: &Mandate) -> Result<(), DbError> {
    let Some(mut mandate) = sql::lock(work.tx(), found.id).await? else { return Ok(()) };
    // Whoever was faster has the last word.
    if mandate.state != found.state || mandate.state_at != found.state_at {
        return Ok(());
    }
    let is_told = mandate.state != State::Draft && mandate.until.is_none();
    match step(work, &mut mandate, Step::Expire).await {
        Ok(()) if is_told => events::tell(work, &mandate, Event::Expired).await,
        Err(MandateError::Db(error)) => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn warn_some<'a>(work: &'a mut Work<'_>, _: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let today = work.today();
        let mut may_be_more = false;
        // The nearest end first, so that nobody is told of thirty days and of seven on the same morning.
        for days in mandate_law(today).warning_days {
            let last = today.saturating_add(days.days());
            let ending = sql::ending_by(work.tx(), today, last, days, AT_ONCE).await?;
            may_be_more |= i64::try_from(ending.len()).is_ok_and(|n| n >= AT_ONCE);
            for mandate in ending {
                sql::set_warned(work.tx(), mandate.id, days).await?;
                let left = mandate.terms.ends_on.map_or(days, |last| i64::from((last - today).get_days()));
                events::tell(work, &mandate, Event::EndsSoon { days: left }).await?;
            }
        }
        if may_be_more {
            jobs::order(work, Order::new(WARN, &())).await?;
        }
        Ok(())
    })
}
