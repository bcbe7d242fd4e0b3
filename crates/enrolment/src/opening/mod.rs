//! Opening mailboxes: every night, for residents whose day it is, and for companies that are new.

mod letter;
mod rules;
mod sql;
mod web;

use std::sync::Arc;

use access::Holder;
use basics::Id;
use jiff::civil::time;
use jobs::{Doing, Job, JobError, Jobs, Order, Schedule, Urgency, When, Within};
use mailbox::intake::{Arrival, TakeError, put_letter};
use mailbox::letters::Direction;
use mailbox::{MailboxError, Way, open_mailbox};
use page::Site;
use people::OrganisationTag;
use realm::Work;
use serde::{Deserialize, Serialize};

pub use rules::{Residency, opens_on};
pub(crate) use web::routes;

use crate::resident::sql as residents;

const OPEN_RESIDENTS: &str = "enrolment.open_residents";
const OPEN_COMPANIES: &str = "enrolment.open_companies";

/// How many mailboxes are opened in one transaction: on an embedded database, everybody who writes waits meanwhile.
const PORTION: i64 = 100;
/// How many companies are looked through in one transaction.
const LOOKED_THROUGH: i64 = 500;

/// Adds the two jobs of the night.
pub(crate) fn wire(jobs: Jobs, site: Arc<Site>) -> Jobs {
    let every_night = |kind| Schedule { name: kind, when: When::Daily(time(0, 30, 0, 0)), kind };
    jobs.within(OPEN_RESIDENTS, OpenResidents { site: site.clone() })
        .within(OPEN_COMPANIES, OpenCompanies { site })
        .schedule(every_night(OPEN_RESIDENTS))
        .schedule(every_night(OPEN_COMPANIES))
}

struct OpenResidents {
    site: Arc<Site>,
}

impl Within for OpenResidents {
    fn run<'a>(&'a self, work: &'a mut Work<'_>, _: &'a Job) -> Doing<'a> {
        Box::pin(async move {
            let due = residents::lock_due(work.tx(), work.today(), PORTION).await?;
            let people: Vec<_> = due.iter().map(|resident| resident.person).collect();
            for person in &people {
                open(work, &self.site, Holder::Person(*person)).await?;
            }
            residents::set_opened(work.tx(), &people, work.now()).await?;
            if i64::try_from(people.len()) == Ok(PORTION) {
                jobs::order(work, Order::new(OPEN_RESIDENTS, &()).urgency(Urgency::Bulk)).await?;
            }
            Ok(())
        })
    }
}

/// Where the going through of all companies has come to. At the beginning of the night it is at the beginning.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Reached {
    after: Option<Id<OrganisationTag>>,
}

struct OpenCompanies {
    site: Arc<Site>,
}

impl Within for OpenCompanies {
    fn run<'a>(&'a self, work: &'a mut Work<'_>, job: &'a Job) -> Doing<'a> {
        Box::pin(async move {
            let Reached { mut after } = job.read()?;
            let found = people::organisations_with_cvr(work.tx(), after, LOOKED_THROUGH).await?;
            let ids: Vec<_> = found.iter().map(|company| company.id).collect();
            let mut is_all = i64::try_from(ids.len()) != Ok(LOOKED_THROUGH);
            let new = sql::without_mailbox(work.tx(), &ids).await?;
            let most = usize::try_from(PORTION).unwrap_or(usize::MAX);
            after = ids.last().copied().or(after);
            if new.len() > most {
                (after, is_all) = (Some(new[most - 1]), false);
            }
            for company in new.into_iter().take(most) {
                open(work, &self.site, Holder::Organisation(company)).await?;
                sql::note_opened(work.tx(), company, work.now()).await?;
            }
            if !is_all {
                let order = Order::new(OPEN_COMPANIES, &Reached { after }).urgency(Urgency::Bulk);
                jobs::order(work, order).await?;
            }
            Ok(())
        })
    }
}

/// Opens the holder's mailbox with a letter in it. Whoever has one already, as those who became exempt before their day, has
/// no need of a letter that explains it.
async fn open(work: &mut Work<'_>, site: &Site, holder: Holder) -> Result<(), JobError> {
    let (mailbox, is_new) = open_mailbox(work, holder, Way::Digital).await?;
    if !is_new {
        return Ok(());
    }
    let Some(message) = letter::welcome(work, site, holder).await? else { return Ok(()) };
    let arrival = Arrival::of(message, Vec::new());
    put_letter(work, &mailbox, arrival, Direction::In, None).await.map_err(not_put)?;
    Ok(())
}

fn not_put(error: TakeError) -> JobError {
    match error {
        TakeError::Mailbox(error) => MailboxError::into(error),
        TakeError::Io(_) | TakeError::Batch(_) => JobError::again("a letter cannot be put into a mailbox"),
    }
}
