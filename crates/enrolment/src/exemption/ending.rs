//! Exemptions that have an end, by the rule that held until June 2023: their holders are warned, and then they end.

use access::Holder;
use jiff::civil::time;
use jobs::{Doing, Job, JobError, Jobs, Order, Schedule, When};
use mailbox::{mailbox_of, paper};
use realm::{Change, Work};

use super::{Exemption, ExemptionError, end, notice, sql};

const END_SOME: &str = "enrolment.end_exemptions";

/// How many are dealt with in one transaction.
const PORTION: i64 = 100;

/// Adds the job of the night.
pub(crate) fn wire(jobs: Jobs) -> Jobs {
    let schedule = Schedule { name: END_SOME, when: When::Daily(time(0, 30, 0, 0)), kind: END_SOME };
    jobs.within(END_SOME, end_some).schedule(schedule)
}

fn end_some<'a>(work: &'a mut Work<'_>, _: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let over = sql::lock_over(work.tx(), work.today(), PORTION).await?;
        let ended = over.len();
        for exemption in over {
            end_one(work, exemption).await.map_err(again)?;
        }
        let soon = sql::lock_to_warn(work.tx(), work.today(), PORTION).await?;
        let warned = soon.len();
        for exemption in soon {
            warn(work, exemption).await.map_err(again)?;
        }
        if i64::try_from(ended.max(warned)) == Ok(PORTION) {
            jobs::order(work, Order::new(END_SOME, &())).await?;
        }
        Ok(())
    })
}

/// Ends what is over. Its holder is told as long as they are still reached by letter.
async fn end_one(work: &mut Work<'_>, exemption: Exemption) -> Result<(), ExemptionError> {
    if let Holder::Person(person) = exemption.holder {
        notices::tell(work, person, |words| notice::over(words, exemption.covers)).await?;
    }
    end(work, exemption, "exemption.end").await?;
    Ok(())
}

/// Warns a holder once: on paper whoever gets their post on paper, else on the channel that they chose.
async fn warn(work: &mut Work<'_>, exemption: Exemption) -> Result<(), ExemptionError> {
    sql::set_warned(work.tx(), exemption.id, work.now()).await?;
    let change = Change::new("exemption.warn", "exemption", &exemption.id);
    work.record(exemption.concerning(change));
    match (exemption.covers.post, exemption.holder) {
        (true, holder) => {
            if let Some(mailbox) = mailbox_of(work.tx(), &work.realm.vault, holder).await? {
                paper::queue_warning(work, &mailbox).await?;
            }
        }
        (false, Holder::Person(person)) => {
            let last = exemption.valid_until;
            notices::tell(work, person, |words| notice::soon_over(words, last)).await?;
        }
        (false, Holder::Organisation(_)) => {}
    }
    Ok(())
}

fn again(error: ExemptionError) -> JobError {
    match error {
        ExemptionError::Mailbox(error) => error.into(),
        other => JobError::again(other.to_string()),
    }
}
