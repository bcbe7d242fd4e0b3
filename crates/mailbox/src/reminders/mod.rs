//! Reminding of important letters that nobody has opened: step by step, in the end by the helper whom the holder has chosen.
//!
//! Each step of the ladder goes once through the letters in the order in which they became available, and notes how far it
//! has come. What was missed because no node was running is made up for, unless the next step is due already.

mod rules;
mod sql;

use std::collections::{BTreeMap, BTreeSet};

use access::Holder;
use basics::Id;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use jobs::{Doing, Job, JobError, Order, Urgency};
use realm::Work;
use serde::{Deserialize, Serialize};

use crate::helper;
use crate::letters::LetterTag;
use crate::telling::{About, Reader, name_of, notice, readers_of, tell};
use crate::terms::post_terms;
use crate::{MailboxTag, Way};
use rules::{Step, ladder};
use sql::{Candidate, Place};

pub(crate) use sql::candidates_sql;

/// The kind of job that begins every morning.
pub(crate) const REMIND: &str = "mailbox.remind";
/// The kind of job that goes through some letters of one step.
pub(crate) const REMIND_SOME: &str = "mailbox.remind_some";

/// How many letters are looked at in one transaction.
const AT_ONCE: i64 = 300;
/// How long it is known what was reminded of: longer than any ladder.
const KEPT: SignedDuration = SignedDuration::from_hours(180 * 24);

/// The payload of the job that goes through some letters.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Portion {
    step: String,
    /// Letters that were available before this moment.
    until: Timestamp,
}

/// Orders that every step of the ladder goes on from where it has come to.
pub(crate) fn remind<'a>(work: &'a mut Work<'_>, _: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        sql::forget_before(work.tx(), work.now() - KEPT).await?;
        for step in ladder(&post_terms(work.today())) {
            let until = begin_of_day(work, step.days - 1)?;
            order(work, Portion { step: step.name(), until }).await?;
        }
        Ok(())
    })
}

/// Goes through some letters of one step, and orders the rest.
pub(crate) fn remind_some<'a>(work: &'a mut Work<'_>, job: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let portion: Portion = job.read()?;
        let ladder = ladder(&post_terms(work.today()));
        // A step that the rules no longer have reminds nobody.
        let Some(step) = ladder.into_iter().find(|step| step.name() == portion.step) else { return Ok(()) };
        let begins = Place::before(begin_of_day(work, step.until_days)?);
        let reached = sql::reached(work.tx(), &portion.step).await?;
        let from = reached.map_or(begins, |reached| reached.max(begins));
        let letters = sql::candidates(work.tx(), step.weight, from, portion.until, AT_ONCE).await?;
        let Some(last) = letters.last().map(Candidate::place) else { return Ok(()) };
        let is_full = i64::try_from(letters.len()) == Ok(AT_ONCE);
        remind_of(work, &step, letters).await?;
        sql::set_reached(work.tx(), &portion.step, last).await?;
        if is_full {
            order(work, portion).await?;
        }
        Ok(())
    })
}

async fn order(work: &mut Work<'_>, portion: Portion) -> Result<(), JobError> {
    Ok(jobs::order(work, Order::new(REMIND_SOME, &portion).urgency(Urgency::Bulk)).await?)
}

/// When the day so many days ago began in Denmark.
fn begin_of_day(work: &Work<'_>, days_ago: i64) -> Result<Timestamp, JobError> {
    let zone: TimeZone = work.realm.zone().clone();
    let day = work.today().checked_sub(days_ago.days()).and_then(|day| day.to_zoned(zone));
    day.map(|zoned| zoned.timestamp())
        .map_err(|_| JobError::Never("the rules count in days that are none".to_owned()))
}

/// Tells whoever is to be told of these letters, each once whatever their number, and notes of what they were reminded.
async fn remind_of(work: &mut Work<'_>, step: &Step, letters: Vec<Candidate>) -> Result<(), JobError> {
    let mut of_box: BTreeMap<Id<MailboxTag>, (Holder, Vec<Id<LetterTag>>)> = BTreeMap::new();
    for letter in letters {
        if letter.is_opened || letter.is_deleted || letter.way == Way::Paper {
            continue;
        }
        of_box.entry(letter.mailbox).or_insert((letter.holder, Vec::new())).1.push(letter.letter);
    }
    let boxes: Vec<Id<MailboxTag>> = of_box.keys().copied().collect();
    let mut readers: BTreeMap<Reader, Vec<Id<MailboxTag>>> = BTreeMap::new();
    if step.to_helper {
        for (mailbox, helper) in helper::helpers_of(work.tx(), &boxes).await? {
            readers.entry((helper, None)).or_default().push(mailbox);
        }
    } else {
        for (mailbox, (holder, _)) in &of_box {
            for reader in readers_of(work, *holder).await? {
                readers.entry(reader).or_default().push(*mailbox);
            }
        }
    }
    let today = begin_of_day(work, 0)?;
    let told_today = sql::told_since(work.tx(), &boxes, step.to_helper, today).await?;
    let mut told: BTreeSet<Id<MailboxTag>> = BTreeSet::new();
    for ((person, organisation), boxes) in readers {
        // Another step, or other letters of the same morning, were faster: it is known already.
        let has_heard = boxes.iter().all(|mailbox| told_today.contains(mailbox));
        let about = if step.to_helper { About::UnopenedOfOther } else { About::Unopened };
        let name = name_of(work.tx(), organisation).await?;
        if has_heard || tell(work, person, |words| notice(words, about, name.as_deref())).await? {
            told.extend(boxes);
        }
    }
    let mut reminded = Vec::new();
    for (mailbox, (_, letters)) in of_box.iter().filter(|(mailbox, _)| told.contains(mailbox)) {
        reminded.extend(letters.iter().map(|letter| (*mailbox, *letter)));
    }
    sql::note(work.tx(), &reminded, step, work.now()).await?;
    Ok(())
}
