//! What goes on paper, because its holder is exempt from Digital Post: a queue, batches that were printed together, and what
//! came back.

mod batch;
mod sheet;
mod sql;
pub(crate) mod web;

use access::Holder;
use basics::Id;
use jiff::Timestamp;
use realm::Work;
use serde::Serialize;
use store::DbError;

use crate::letters::LetterTag;
use crate::{Mailbox, MailboxTag};

pub use batch::{make_batch, mark_posted, note_returned, send_again};
pub use sql::Paper;

/// Marks ids of what goes on paper.
pub enum PaperTag {}

/// Marks ids of batches.
pub enum BatchTag {}

/// Why something goes on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A letter that came for somebody who is exempt.
    Letter,
    /// A letter that had come before, and was not opened.
    Older,
    /// That somebody is exempt.
    Confirmation,
    /// That an exemption ends soon.
    Warning,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 4] = [Kind::Letter, Kind::Older, Kind::Confirmation, Kind::Warning];

    /// The word in tables and text keys (`paper-kind-letter`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Letter => "letter",
            Kind::Older => "older",
            Kind::Confirmation => "confirmation",
            Kind::Warning => "warning",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Where something is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// To be printed.
    Waiting,
    /// On paper.
    Printed,
    /// In the post.
    Posted,
    /// It came back.
    Returned,
}

impl State {
    /// The word in tables and text keys (`paper-state-waiting`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Printed => "printed",
            State::Posted => "posted",
            State::Returned => "returned",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        let all = [State::Waiting, State::Printed, State::Posted, State::Returned];
        all.into_iter().find(|state| state.code() == code)
    }
}

/// Queues letters that have just come for holders who are exempt.
pub(crate) async fn queue_letters(
    work: &mut Work<'_>,
    letters: &[(Id<MailboxTag>, Id<LetterTag>)],
) -> Result<(), DbError> {
    for (mailbox, letter) in letters {
        sql::insert(work.tx(), work.new_id(), *mailbox, Some(*letter), Kind::Letter, work.now()).await?;
    }
    Ok(())
}

/// Queues the letter that says that the holder is exempt.
///
/// # Errors
/// When the database does not answer.
pub async fn queue_confirmation(work: &mut Work<'_>, mailbox: &Mailbox) -> Result<(), DbError> {
    sql::insert(work.tx(), work.new_id(), mailbox.id, None, Kind::Confirmation, work.now()).await
}

/// Queues the letter that says that the holder's exemption ends soon.
///
/// # Errors
/// When the database does not answer.
pub async fn queue_warning(work: &mut Work<'_>, mailbox: &Mailbox) -> Result<(), DbError> {
    sql::insert(work.tx(), work.new_id(), mailbox.id, None, Kind::Warning, work.now()).await
}

/// Queues what has been available since a moment and the holder has neither opened nor deleted; says how many letters. What is
/// queued or was on paper already is not queued again.
///
/// # Errors
/// When the database does not answer.
pub async fn queue_older(work: &mut Work<'_>, mailbox: &Mailbox, since: Timestamp) -> Result<usize, DbError> {
    let reader = match mailbox.holder {
        Holder::Person(person) => Some(person),
        Holder::Organisation(_) => None,
    };
    let unopened = sql::unopened(work.tx(), mailbox.id, reader, since, work.now()).await?;
    for letter in &unopened {
        sql::insert(work.tx(), work.new_id(), mailbox.id, Some(*letter), Kind::Older, work.now()).await?;
    }
    Ok(unopened.len())
}
