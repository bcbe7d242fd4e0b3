//! What follows from what in this room, and what is done by the clock.

use jiff::SignedDuration;
use jiff::civil::time;
use jobs::{Doing, Job, Jobs, Order, Schedule, When};
use realm::Work;

use crate::intake::ARRIVED;
use crate::reminders::{REMIND, REMIND_SOME};
use crate::{reminders, reseal_some, sorting, telling};

const PURGE: &str = "mailbox.purge";
const RESEAL: &str = "mailbox.reseal";

/// How many keys are sealed anew in one transaction.
const AT_ONCE: i64 = 200;

/// Adds what this room does: telling of post, reminding of it every morning, removing for good what lay in the bin for long,
/// and bringing keys under the newest one.
#[must_use]
pub fn wire(jobs: Jobs) -> Jobs {
    let every_day = |name, at| Schedule { name, when: When::Daily(at), kind: name };
    jobs.within(ARRIVED, telling::arrived)
        .within(REMIND, reminders::remind)
        .within(REMIND_SOME, reminders::remind_some)
        .within(PURGE, purge)
        .within(RESEAL, reseal)
        .schedule(every_day(REMIND, time(8, 0, 0, 0)))
        .schedule(every_day(PURGE, time(3, 40, 0, 0)))
        .schedule(Schedule { name: RESEAL, when: When::Every(SignedDuration::from_mins(10)), kind: RESEAL })
}

/// Some at a time, so that nobody waits for long.
fn purge<'a>(work: &'a mut Work<'_>, _: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        if sorting::purge_some(work).await? {
            jobs::order(work, Order::new(PURGE, &())).await?;
        }
        Ok(())
    })
}

fn reseal<'a>(work: &'a mut Work<'_>, _: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        if reseal_some(work, AT_ONCE).await? > 0 {
            jobs::order(work, Order::new(RESEAL, &())).await?;
        }
        Ok(())
    })
}
