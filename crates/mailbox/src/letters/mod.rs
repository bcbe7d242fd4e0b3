//! A letter as it lies in a mailbox: what a list shows of it, and what it says.

mod content;
mod head;
pub(crate) mod sql;

pub use content::{FileRef, Stored};
pub use head::Head;

use basics::Id;
use jiff::Timestamp;
use memo::Message;
use serde::Serialize;
use store::Tx;
use uuid::Uuid;

use crate::{Mailbox, MailboxError, MailboxTag};

pub(crate) use content::{AS_IT_CAME, PURPOSE, pack, unpack, with_contents};

/// Marks ids of letters.
pub enum LetterTag {}

/// Marks ids of folders.
pub enum FolderTag {}

/// Which letter, and in which box.
pub(crate) type LetterIn = (Id<MailboxTag>, Id<LetterTag>);

/// Where what comes lies until it is moved.
pub const INBOX: Id<FolderTag> = Id::from_uuid(Uuid::from_u128(1));
/// What is done with and kept.
pub const ARCHIVE: Id<FolderTag> = Id::from_uuid(Uuid::from_u128(2));
/// What was written here.
pub const SENT: Id<FolderTag> = Id::from_uuid(Uuid::from_u128(3));

/// Whether the holder got a letter or wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// It came.
    In,
    /// It was written here.
    Out,
}

impl Direction {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Direction::In => "in",
            Direction::Out => "out",
        }
    }
}

/// How much it matters that a letter is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Nobody is reminded.
    Ordinary,
    /// Its sender has marked it as mandatory, or as one with legal effect.
    Important,
    /// It calls somebody to appear: its message code is one of the call-ups.
    CallUp,
}

impl Weight {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Weight::Ordinary => "ordinary",
            Weight::Important => "important",
            Weight::CallUp => "call-up",
        }
    }

    pub(crate) fn from_code(code: &str) -> Self {
        match code {
            "important" => Weight::Important,
            "call-up" => Weight::CallUp,
            _ => Weight::Ordinary,
        }
    }
}

/// A letter in a list.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The id.
    pub id: Id<LetterTag>,
    /// Where it lies; where it will lie again when it is taken out of the bin.
    pub folder: Id<FolderTag>,
    /// When it is available, which is when it has arrived by law (Digital Post Act § 10): deadlines count from there.
    pub at: Timestamp,
    /// Got or written.
    pub direction: Direction,
    /// Its number in Digital Post.
    pub message_uuid: Uuid,
    /// How much it matters that it is opened.
    pub weight: Weight,
    /// Until when its sender awaits an answer.
    pub reply_by: Option<Timestamp>,
    /// Since when it is in the bin.
    pub deleted_at: Option<Timestamp>,
    /// How large it is, in bytes.
    pub size: i64,
    /// What it is about, and from whom.
    pub head: Head,
    /// Whether the person who asked has opened it.
    pub is_seen: bool,
}

/// What a letter says, with references to the files that lie apart. `None` where there is no such letter.
///
/// # Errors
/// When it does not open, or the database does not answer.
pub(crate) async fn memo_of(
    tx: &Tx,
    mailbox: &Mailbox,
    letter: Id<LetterTag>,
) -> Result<Option<Message<Stored>>, MailboxError> {
    let Some(sealed) = sql::content(tx, mailbox.id, letter).await? else { return Ok(None) };
    let packed = mailbox.key.open(PURPOSE, letter.uuid(), &sealed)?;
    unpack(&packed).map(Some)
}
