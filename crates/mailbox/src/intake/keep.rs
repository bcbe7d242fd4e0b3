//! Keeping what has come, with the receipts, in one transaction.

use std::collections::{HashMap, HashSet};
use std::io;

use access::Holder;
use basics::Id;
use jiff::Timestamp;
use memo::receipt::ReceiptStatus;
use realm::{Actor, Change, Realm, Work};
use serde::Serialize;
use store::DbError;
use uuid::Uuid;

use super::addressee::find;
use super::judge::{Judged, judge};
use super::make::{Place, draft, seal_and_insert};
use super::{Answer, Arrival, Sending, receipts, telling};
use crate::letters::{Direction, LetterIn};
use crate::terms::{PostTerms, post_terms};
use crate::{Mailbox, MailboxError, MailboxTag, Way, boxes, files, nemsms, paper};

/// Messages could not be taken, and none of them was.
#[derive(Debug, thiserror::Error)]
pub enum TakeError {
    /// A mailbox does not open.
    #[error(transparent)]
    Mailbox(#[from] MailboxError),
    /// A file that was put aside cannot be read, or there is no room for it.
    #[error("reading or writing what has come")]
    Io(#[from] io::Error),
    /// What was sent is no batch.
    #[error(transparent)]
    Batch(#[from] memo::batch::BatchError),
}

impl From<DbError> for TakeError {
    fn from(error: DbError) -> Self {
        TakeError::Mailbox(error.into())
    }
}

#[derive(Serialize)]
struct Took {
    taken: usize,
    refused: usize,
    repeated: usize,
}

/// Keeps messages, all of them or none, and answers each, in their order. A message that was answered before is answered the
/// same.
///
/// # Errors
/// When the database does not answer; then nothing was kept, and nothing is lost by sending everything again.
pub async fn take(
    realm: &Realm,
    actor: Actor,
    sending: &Sending,
    arrivals: Vec<Arrival>,
) -> Result<Vec<Answer>, TakeError> {
    let mut work = realm.work(actor).await?;
    let answers = take_within(&mut work, sending, arrivals).await?;
    work.commit().await?;
    Ok(answers)
}

/// As [`take`], within a piece of work.
///
/// # Errors
/// As those of [`take`]; then the work must not be committed.
pub async fn take_within(
    work: &mut Work<'_>,
    sending: &Sending,
    arrivals: Vec<Arrival>,
) -> Result<Vec<Answer>, TakeError> {
    let terms = post_terms(work.today());
    let order: Vec<Uuid> = arrivals.iter().map(Arrival::message_uuid).collect();
    let known = receipts::known(work.tx(), sending.system, &order).await?;
    let mut answers: HashMap<Uuid, Answer> =
        known.into_iter().map(|answer| (answer.message_uuid, answer)).collect();
    // What was refused may be allowed today, so it is judged again; what was taken is not taken twice.
    let mut seen = HashSet::new();
    let new: Vec<Arrival> = arrivals
        .into_iter()
        .filter(|arrival| {
            let uuid = arrival.message_uuid();
            seen.insert(uuid) && !answers.get(&uuid).is_some_and(Answer::is_taken)
        })
        .collect();
    let judged = judge_all(work, sending, &terms, new).await?;
    let mut kept = Vec::new();
    let mut fresh = Vec::new();
    let mut refused_before = Vec::new();
    for (arrival, judged) in judged {
        let answer = answer(work, sending, &arrival, &judged);
        let uuid = answer.message_uuid;
        if let Some(was) = answers.get(&uuid) {
            if was.says_the_same(&answer) {
                continue;
            }
            refused_before.push(uuid);
        }
        let place = judged.place(work);
        fresh.push((answer.clone(), place));
        answers.insert(uuid, answer);
        kept.push((arrival, judged, place));
    }
    receipts::forget_refused(work.tx(), sending.system, &refused_before).await?;
    let lost: HashSet<Uuid> =
        receipts::insert(work.tx(), sending.system, &fresh).await?.into_iter().collect();
    kept.retain(|(arrival, ..)| !lost.contains(&arrival.message_uuid()));
    for answer in receipts::known(work.tx(), sending.system, &lost.into_iter().collect::<Vec<_>>()).await? {
        answers.insert(answer.message_uuid, answer);
    }
    keep(work, sending, &terms, kept).await?;
    let answers: Vec<Answer> = order.iter().filter_map(|uuid| answers.get(uuid).cloned()).collect();
    note(work, sending, &answers);
    Ok(answers)
}

fn note(work: &mut Work<'_>, sending: &Sending, answers: &[Answer]) {
    let repeated = answers.iter().filter(|answer| answer.is_repeated).count();
    let taken = answers.iter().filter(|answer| !answer.is_repeated && answer.is_taken()).count();
    let took = Took { taken, repeated, refused: answers.len() - taken - repeated };
    if repeated < answers.len() {
        work.record(Change::new("post.take", "transmission", &sending.transmission).after(&took));
    }
}

/// Finds out for each arrival where it goes, with the mailboxes kept from other writers.
async fn judge_all(
    work: &Work<'_>,
    sending: &Sending,
    terms: &PostTerms,
    arrivals: Vec<Arrival>,
) -> Result<Vec<(Arrival, Judged)>, TakeError> {
    let addressees: Vec<_> = arrivals.iter().map(|arrival| arrival.addressee.clone()).collect();
    let holders = find(work.tx(), &work.realm.vault, &addressees).await?;
    let some: Vec<Holder> = holders.iter().flatten().copied().collect();
    let mut boxes: HashMap<Holder, Mailbox> = HashMap::new();
    for found in boxes::by_holders(work.tx(), &some, true).await? {
        let opened = found.open(&work.realm.vault)?;
        boxes.insert(opened.holder, opened);
    }
    let mut judged = Vec::with_capacity(arrivals.len());
    for (arrival, holder) in arrivals.into_iter().zip(holders) {
        let verdict = if arrival.is_nemsms() {
            nemsms::judge(work, sending, &arrival, holder).await?
        } else {
            let mailbox = holder.and_then(|holder| boxes.get_mut(&holder));
            judge(sending, terms, &arrival, holder.is_some(), mailbox)
        };
        judged.push((arrival, verdict));
    }
    Ok(judged)
}

fn answer(work: &Work<'_>, sending: &Sending, arrival: &Arrival, judged: &Judged) -> Answer {
    let (status, reason) = match judged {
        Judged::Keep(mailbox) if mailbox.way == Way::Paper => {
            (ReceiptStatus::Completed, Some("the recipient is exempt, and gets it on paper".to_owned()))
        }
        Judged::Keep(_) | Judged::Text(_) => (ReceiptStatus::Completed, None),
        Judged::Refuse(refused) => (refused.status(), Some(refused.to_string())),
    };
    Answer {
        message_uuid: arrival.message_uuid(),
        transmission: sending.transmission,
        status,
        reason,
        at: work.now(),
        available_at: arrival.available_at(work.now(), work.realm.zone()),
        is_repeated: false,
    }
}

impl Judged {
    fn place(&self, work: &Work<'_>) -> Option<LetterIn> {
        match self {
            Judged::Keep(mailbox) => Some((mailbox.id, work.new_id())),
            Judged::Text(_) | Judged::Refuse(_) => None,
        }
    }
}

type Placed = (Arrival, Judged, Option<LetterIn>);

async fn keep(
    work: &mut Work<'_>,
    sending: &Sending,
    terms: &PostTerms,
    kept: Vec<Placed>,
) -> Result<(), TakeError> {
    let mut drafts = Vec::with_capacity(kept.len());
    let mut uses = Vec::new();
    let mut on_paper = Vec::new();
    let mut texts = Vec::new();
    for (arrival, judged, place) in kept {
        match (judged, place) {
            (Judged::Keep(mailbox), Some((_, id))) => {
                let at = arrival.available_at(work.now(), work.realm.zone());
                if mailbox.way == Way::Paper {
                    on_paper.push((mailbox.id, id));
                }
                let (direction, system) = (Direction::In, Some(sending.system));
                let place = Place { id, at, direction, folder: None, system };
                drafts.push(draft(work, terms, *mailbox, place, arrival, &mut uses).await?);
            }
            (Judged::Text(person), _) => texts.push((person, arrival)),
            (Judged::Keep(_) | Judged::Refuse(_), _) => {}
        }
    }
    // In the order in which people are told, so that two batches never wait for each other.
    texts.sort_by_key(|(person, _)| *person);
    for (person, arrival) in texts {
        nemsms::send(work, person, &arrival).await?;
    }
    let letters = seal_and_insert(work, drafts).await?;
    let arrivals = letters.iter().map(|letter| (letter.mailbox, letter.size, letter.at));
    boxes::count_arrivals(work.tx(), summed(arrivals).into_iter()).await?;
    // What came before now is no news.
    let news = letters.iter().filter(|letter| letter.at >= work.now());
    let told: Vec<_> = news.map(|letter| (letter.mailbox, letter.id, letter.at)).collect();
    files::insert_uses(work.tx(), uses.into_iter()).await?;
    paper::queue_letters(work, &on_paper).await?;
    telling::order(work, told.into_iter()).await?;
    Ok(())
}

/// One line a mailbox, in order of their ids.
fn summed(
    arrivals: impl Iterator<Item = (Id<MailboxTag>, i64, Timestamp)>,
) -> Vec<(Id<MailboxTag>, i64, i64, Timestamp)> {
    let mut sums: std::collections::BTreeMap<Id<MailboxTag>, (i64, i64, Timestamp)> =
        std::collections::BTreeMap::new();
    for (mailbox, size, at) in arrivals {
        let sum = sums.entry(mailbox).or_insert((0, 0, at));
        *sum = (sum.0 + 1, sum.1.saturating_add(size), sum.2.max(at));
    }
    sums.into_iter().map(|(mailbox, (letters, bytes, at))| (mailbox, letters, bytes, at)).collect()
}

impl Answer {
    fn says_the_same(&self, other: &Answer) -> bool {
        self.status == other.status && self.reason == other.reason
    }
}
