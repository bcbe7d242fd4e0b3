//! Batches: what is printed together, put in the post together, and may come back one by one.

use access::{Permit, PrintLetters};
use basics::Id;
use jiff::Timestamp;
use realm::{Change, Work};
use serde::Serialize;
use store::DbError;
use uuid::Uuid;

use super::sheet::address_of;
use super::sql::{self, Behind};
use super::{BatchTag, Paper, PaperTag, State};
use crate::MailboxError;
use crate::boxes::{concerning, mailbox};

/// How many of the queue are looked at in one piece.
const AT_ONCE: i64 = 200;
/// How many are looked at for one batch: where so many have no address, somebody must find addresses first.
const MOST_LOOKED_AT: usize = 5_000;

#[derive(Serialize)]
struct Became {
    state: State,
    number: Option<i64>,
}

/// Puts the oldest of the queue whose address is known into a batch, at most so many, and numbers them. `None` where there is
/// nothing to print.
///
/// # Errors
/// When a mailbox does not open, or the database does not answer.
pub async fn make_batch(
    work: &mut Work<'_>,
    _permit: &Permit<PrintLetters>,
    most: usize,
) -> Result<Option<(Id<BatchTag>, usize)>, MailboxError> {
    let mut last = sql::lock_numbers(work.tx()).await?;
    let batch = work.new_id();
    let (mut printed, mut looked_at) = (0, 0);
    let mut behind = Behind { created_at: Timestamp::MIN, id: Id::from_uuid(Uuid::nil()) };
    while printed < most && looked_at < MOST_LOOKED_AT {
        let some = sql::waiting(work.tx(), work.now(), behind, AT_ONCE).await?;
        let Some(end) = some.last() else { break };
        behind = Behind { created_at: end.created_at, id: end.id };
        looked_at += some.len();
        for paper in some {
            let known = mailbox(work.tx(), &work.realm.vault, paper.mailbox).await?;
            let Some(known) = known else { continue };
            if printed == most || address_of(work.tx(), known.holder).await?.1.is_none() {
                continue;
            }
            last += 1;
            sql::set_printed(work.tx(), paper.id, batch, last, work.now()).await?;
            printed += 1;
        }
    }
    if printed == 0 {
        return Ok(None);
    }
    sql::set_last_number(work.tx(), last).await?;
    Ok(Some((batch, printed)))
}

/// Marks what was printed in a batch as put in the post; says how many. What somebody else has marked meanwhile stays.
///
/// # Errors
/// When a mailbox does not open, or the database does not answer.
pub async fn mark_posted(
    work: &mut Work<'_>,
    _permit: &Permit<PrintLetters>,
    batch: Id<BatchTag>,
) -> Result<usize, MailboxError> {
    let mut marked = 0;
    for paper in sql::of_batch(work.tx(), batch).await? {
        if turn(work, &paper, &[State::Printed], State::Posted, "letter.post").await? {
            marked += 1;
        }
    }
    Ok(marked)
}

/// Notes that something came back. Says whether it was on its way.
///
/// # Errors
/// When a mailbox does not open, or the database does not answer.
pub async fn note_returned(
    work: &mut Work<'_>,
    _permit: &Permit<PrintLetters>,
    paper: Id<PaperTag>,
) -> Result<bool, MailboxError> {
    let Some(paper) = sql::by_id(work.tx(), paper).await? else { return Ok(false) };
    turn(work, &paper, &[State::Printed, State::Posted], State::Returned, "paper.return").await
}

/// Puts what came back, or got lost after it was printed, into the queue again, under a new number. Says whether it was there.
///
/// # Errors
/// When a mailbox does not open, or the database does not answer.
pub async fn send_again(
    work: &mut Work<'_>,
    _permit: &Permit<PrintLetters>,
    paper: Id<PaperTag>,
) -> Result<bool, MailboxError> {
    let Some(paper) = sql::by_id(work.tx(), paper).await? else { return Ok(false) };
    let from = [State::Returned, State::Posted, State::Printed];
    let is_turned = turn(work, &paper, &from, State::Waiting, "paper.again").await?;
    if is_turned {
        sql::forget_batch(work.tx(), paper.id).await?;
    }
    Ok(is_turned)
}

async fn turn(
    work: &mut Work<'_>,
    paper: &Paper,
    from: &[State],
    to: State,
    action: &'static str,
) -> Result<bool, MailboxError> {
    if !sql::set_state(work.tx(), paper.id, from, to, work.now()).await? {
        return Ok(false);
    }
    let change = Change::new(action, "paper", &paper.id)
        .before(&Became { state: paper.state, number: paper.number })
        .after(&Became { state: to, number: paper.number });
    record(work, paper, change).await?;
    Ok(true)
}

/// A letter was printed: whoever printed it could read it.
pub(super) async fn note_printed(work: &mut Work<'_>, paper: &Paper) -> Result<(), MailboxError> {
    record(work, paper, Change::new("letter.print", "paper", &paper.id)).await
}

async fn record(work: &mut Work<'_>, paper: &Paper, change: Change) -> Result<(), MailboxError> {
    let known = mailbox(work.tx(), &work.realm.vault, paper.mailbox).await?;
    let known = known.ok_or_else(|| DbError::Other("what goes on paper has no mailbox".to_owned()))?;
    work.record(concerning(change, known.holder));
    Ok(())
}
