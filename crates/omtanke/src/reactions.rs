//! What follows from what, across rooms: every kind of job, every schedule, in one list.

use std::sync::Arc;

use jiff::SignedDuration;
use jobs::{Doing, Job, Jobs, Order, Schedule, When};
use notices::Post;
use realm::Work;

/// How many CPR numbers are sealed anew in one transaction.
const AT_ONCE: i64 = 200;

/// The list. `post` is how this installation reaches people.
#[must_use]
pub fn jobs(post: Arc<Post>) -> Jobs {
    let jobs = Jobs::new().within("people.reseal", reseal).schedule(Schedule {
        name: "people.reseal",
        when: When::Every(SignedDuration::from_mins(10)),
        kind: "people.reseal",
    });
    let site = post.site.clone();
    let jobs = notices::wire(jobs, post);
    let jobs = enrolment::wire(mailbox::wire(jobs), site.clone());
    insight::wire(mandates::wire(jobs, site))
}

/// Brings CPR numbers under the newest key, some at a time so that nobody waits for long.
fn reseal<'a>(work: &'a mut Work<'_>, _: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let resealed = people::cpr::reseal_some(work, AT_ONCE).await?;
        if resealed.left > 0 {
            jobs::order(work, Order::new("people.reseal", &())).await?;
        }
        Ok(())
    })
}
