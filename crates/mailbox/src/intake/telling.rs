//! What follows from letters that have come: their holders are told, when the letters are available.

use std::collections::BTreeMap;

use basics::Id;
use jiff::Timestamp;
use jobs::{Order, Urgency};
use realm::Work;
use serde::{Deserialize, Serialize};
use store::DbError;

use crate::MailboxTag;
use crate::letters::{LetterIn, LetterTag};

/// The kind of job that follows from letters that have come.
pub const ARRIVED: &str = "mailbox.arrived";

/// How many letters one job is about.
const AT_ONCE: usize = 50;

/// The payload of the job.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Arrived {
    pub(crate) letters: Vec<LetterIn>,
}

/// Orders that the holders of some letters be told of them.
pub(super) async fn order(
    work: &mut Work<'_>,
    letters: impl Iterator<Item = (Id<MailboxTag>, Id<LetterTag>, Timestamp)>,
) -> Result<(), DbError> {
    let mut by_moment: BTreeMap<Timestamp, Vec<LetterIn>> = BTreeMap::new();
    for (mailbox, letter, at) in letters {
        by_moment.entry(at).or_default().push((mailbox, letter));
    }
    for (at, letters) in by_moment {
        for some in letters.chunks(AT_ONCE) {
            let order = Order::new(ARRIVED, &Arrived { letters: some.to_vec() });
            jobs::order(work, order.not_before(at).urgency(Urgency::Bulk)).await?;
        }
    }
    Ok(())
}
