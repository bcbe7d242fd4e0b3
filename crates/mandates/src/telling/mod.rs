//! Telling the parties what became of a mandate, each on the channel and in the language that they chose.

mod notice;
mod whom;

use std::collections::BTreeMap;
use std::sync::Arc;

use access::Holder;
use access::mandates::{Event, Mandate, TELL, Told, evidence_of, mandate};
use basics::Id;
use jobs::{Doing, Job, Jobs};
use notices::TellError;
use page::Site;
use realm::{PersonTag, Work};
use store::DbError;

use crate::who;
use notice::{About, Names, notice};
use whom::{Side, people_of};

/// Adds the job that tells.
pub(crate) fn wire(jobs: Jobs, _site: Arc<Site>) -> Jobs {
    jobs.within(TELL, tell)
}

fn tell<'a>(work: &'a mut Work<'_>, job: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let told: Told = job.read()?;
        // A job may be older than a database that was put back.
        let Some(mandate) = mandate(work.tx(), told.mandate).await? else { return Ok(()) };
        let names = Names::new(
            &who::name_of(work.tx(), mandate.giver).await?,
            &who::name_of_party(work.tx(), mandate.to).await?,
        );
        for (person, (side, about)) in readers(work, &mandate, told).await? {
            let link = side.link(&mandate);
            match notices::tell(work, person, |words| notice(words, about, &names, link)).await {
                Ok(_) => {}
                Err(TellError::Db(error)) => return Err(error.into()),
                // The parties are there, and the texts of this room are tested in every language.
                Err(error @ (TellError::NoPerson(_) | TellError::Unfit(_))) => {
                    return Err(DbError::Other(error.to_string()).into());
                }
            }
        }
        Ok(())
    })
}

/// Who is told what, each once, in the order in which people must be told.
async fn readers(
    work: &Work<'_>,
    mandate: &Mandate,
    told: Told,
) -> Result<BTreeMap<Id<PersonTag>, (Side, About)>, DbError> {
    let mut readers = BTreeMap::new();
    for (side, about) in what_is_told(work, mandate, told).await? {
        for person in people_of(work, mandate, side).await? {
            // Whoever did it knows, but gets a receipt of what they have given away themselves.
            let is_receipt = about == About::Given && mandate.giver == Holder::Person(person);
            if told.by != Some(person) || is_receipt {
                readers.entry(person).or_insert((side, about));
            }
        }
    }
    Ok(readers)
}

async fn what_is_told(work: &Work<'_>, mandate: &Mandate, told: Told) -> Result<Vec<(Side, About)>, DbError> {
    let both = |about| vec![(Side::Giver, about), (Side::Holder, about)];
    Ok(match told.event {
        Event::Given => vec![(Side::Giver, About::Given), (Side::Holder, About::Received)],
        Event::Asked => vec![(Side::Giver, About::Asked)],
        Event::AwaitsSignature => match evidence_of(work.tx(), mandate.id).await? {
            Some(_) => both(About::AwaitsSecond),
            None => vec![(Side::Giver, About::AwaitsSignature)],
        },
        Event::Rejected if is_by(work, mandate, Side::Giver, told).await? => {
            vec![(Side::Holder, About::RejectedByGiver)]
        }
        Event::Rejected => both(About::RejectedAtCounter),
        Event::Withdrawn if is_by(work, mandate, Side::Giver, told).await? => {
            vec![(Side::Holder, About::TakenBack), (Side::Giver, About::TakenBack)]
        }
        Event::Withdrawn if is_by(work, mandate, Side::Holder, told).await? => {
            vec![(Side::Giver, About::LaidDown)]
        }
        Event::Withdrawn => both(About::EndedAtCounter),
        // Only what was in force has a last day behind it when it ends.
        Event::Expired if mandate.terms.ends_on.is_some_and(|last| last < work.today()) => both(About::Over),
        Event::Expired => both(About::NotAnswered),
        Event::EndedByDeath => both(About::Death),
        Event::EndsSoon { days } => both(About::EndsSoon(days)),
        Event::UsedFirst => vec![(Side::Owner, About::UsedFirst)],
        Event::RefusedAttempt => vec![(Side::Owner, About::RefusedAttempt)],
    })
}

/// Whether somebody of this side did it. The owner can also take back what others have passed on.
async fn is_by(work: &Work<'_>, mandate: &Mandate, side: Side, told: Told) -> Result<bool, DbError> {
    let Some(by) = told.by else { return Ok(false) };
    if people_of(work, mandate, side).await?.contains(&by) {
        return Ok(true);
    }
    Ok(side == Side::Giver && people_of(work, mandate, Side::Owner).await?.contains(&by))
}
