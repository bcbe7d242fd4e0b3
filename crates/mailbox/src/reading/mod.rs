//! Reading: lists of letters, and one letter opened. Opening leaves a mark of the reader's own, and a record for the holder.
//! What a permit does not reach is not there.

mod export;
mod looks;
mod senders;
mod sql;

use access::{Ground, Permit, ReadMail};
use basics::Id;
use jiff::Timestamp;
use memo::Message;
use realm::{Change, PersonTag, Work};
use serde::Serialize;
use store::{DbError, Tx};
use vault::Keyring;

use crate::boxes::{self, concerning};
use crate::files::{self, OpenFile};
use crate::letters::sql::is_within;
use crate::letters::sql::{Behind, in_bin, in_folder, one};
use crate::letters::{Direction, FolderTag, Letter, LetterTag, Stored, Weight, memo_of};
use crate::reach::Within;
use crate::{Mailbox, MailboxError};

pub use export::as_memo;
pub(crate) use export::whole;
pub(crate) use looks::Lately;
pub use looks::{Look, note_look};
pub use senders::{Sender, Senders, senders_in, subjects_of};

/// How many letters a page of a list shows.
pub const ON_A_PAGE: usize = 30;

/// What a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// What lies in a folder.
    Folder(Id<FolderTag>),
    /// What is in the bin.
    Bin,
}

/// A page of a list.
#[derive(Debug)]
pub struct Page {
    /// The letters, the newest first.
    pub letters: Vec<Letter>,
    /// Where the next page begins, where there is one.
    pub next: Option<(Timestamp, Id<LetterTag>)>,
}

/// The permitted holder's mailbox.
///
/// # Errors
/// When its key does not open, or the database does not answer.
pub async fn permitted(
    tx: &Tx,
    vault: &Keyring,
    permit: &Permit<ReadMail>,
) -> Result<Option<Mailbox>, MailboxError> {
    boxes::mailbox_of(tx, vault, permit.on()).await
}

/// A page of what lies on a shelf, as `reader` sees it. `behind` is the last letter of the page before.
///
/// # Errors
/// When a letter does not open, or the database does not answer.
pub async fn letters(
    tx: &Tx,
    permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    reader: Id<PersonTag>,
    shelf: Shelf,
    behind: Option<(Timestamp, Id<LetterTag>)>,
    now: Timestamp,
) -> Result<Page, MailboxError> {
    let most = i64::try_from(ON_A_PAGE + 1).unwrap_or(i64::MAX);
    // What is not available yet lies behind `now`, and so before the first page.
    let (at, id) = behind.unwrap_or((now, Id::from_uuid(uuid::Uuid::max())));
    let behind = Behind { at, id };
    let within = Within::of(permit);
    let rows = match shelf {
        Shelf::Folder(folder) => in_folder(tx, mailbox.id, reader, folder, behind, &within, most).await?,
        Shelf::Bin => in_bin(tx, mailbox.id, reader, behind, &within, most).await?,
    };
    let letters: Result<Vec<Letter>, MailboxError> = rows.into_iter().map(|row| row.open(mailbox)).collect();
    let mut letters = letters?;
    let has_more = letters.len() > ON_A_PAGE;
    letters.truncate(ON_A_PAGE);
    let last = letters.last().filter(|_| has_more);
    let next = last.map(|last| match shelf {
        Shelf::Folder(_) => (last.at, last.id),
        Shelf::Bin => (last.deleted_at.unwrap_or(last.at), last.id),
    });
    Ok(Page { letters, next })
}

/// One letter as a list shows it; `None` where there is none within reach, or it is not available yet.
///
/// # Errors
/// When it does not open, or the database does not answer.
pub async fn letter(
    tx: &Tx,
    permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    reader: Id<PersonTag>,
    id: Id<LetterTag>,
    now: Timestamp,
) -> Result<Option<Letter>, MailboxError> {
    let row = one(tx, mailbox.id, reader, id, &Within::of(permit), now).await?;
    row.map(|row| row.open(mailbox)).transpose()
}

/// What a letter says, with references to the files that lie apart.
///
/// # Errors
/// When it does not open, or the database does not answer.
pub async fn message_of(
    tx: &Tx,
    permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    letter: &Letter,
) -> Result<Option<Message<Stored>>, MailboxError> {
    let within = Within::of(permit);
    if !within.is_everything() && !is_within(tx, mailbox.id, letter.id, &within).await? {
        return Ok(None);
    }
    memo_of(tx, mailbox, letter.id).await
}

/// Whether opening it may start a time limit or a duty for its receiver: it is marked as legal notification, or calls somebody
/// to appear.
#[must_use]
pub fn has_legal_effect(letter: &Letter) -> bool {
    letter.direction == Direction::In && (letter.head.is_legal || letter.weight == Weight::CallUp)
}

/// Whether whoever holds the permit must be told what opening the letter means, and say that they want to: they help somebody,
/// and have not said so before. The receiver opens their own post.
#[must_use]
pub fn needs_a_word(permit: &Permit<ReadMail>, letter: &Letter) -> bool {
    has_legal_effect(letter) && !letter.is_seen && is_helper(permit)
}

/// Whether a mandate lets them read, and not that it is their own post or their office to read it.
#[must_use]
pub fn is_helper(permit: &Permit<ReadMail>) -> bool {
    matches!(permit.ground(), Ground::Mandates(_))
}

/// The file of a letter, the n-th of its documents' files, counted from 0.
///
/// # Errors
/// When it does not open, or the database does not answer.
pub async fn file_of(
    tx: &Tx,
    vault: &Keyring,
    permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    letter: &Letter,
    n: usize,
) -> Result<Option<(memo::File<Stored>, Option<OpenFile>)>, MailboxError> {
    let Some(message) = message_of(tx, permit, mailbox, letter).await? else { return Ok(None) };
    let Some(file) = message.files().nth(n).cloned() else { return Ok(None) };
    let open = match &file.content {
        Stored::Inside(_) => None,
        Stored::Apart(apart) => files::open(tx, vault, apart.id).await?,
    };
    Ok(Some((file, open)))
}

/// The first bytes of a file, at most a piece; all of it where it is no larger.
///
/// # Errors
/// When it does not open, or the database does not answer.
pub async fn beginning_of(
    tx: &Tx,
    vault: &Keyring,
    content: &Stored,
) -> Result<(Vec<u8>, documents::Kind), MailboxError> {
    match content {
        Stored::Inside(bytes) => Ok((bytes.clone(), documents::Kind::sniff(bytes))),
        Stored::Apart(apart) => {
            let Some(file) = files::open(tx, vault, apart.id).await? else {
                return Err(MailboxError::Closed { what: "mailbox.file" });
            };
            Ok((file.piece(tx, 0).await?.unwrap_or_default(), file.kind))
        }
    }
}

#[derive(Serialize)]
struct Opened {
    is_first: bool,
}

/// Notes that the reader has opened a letter: in their own marks, and in the log where the holder reads who looked.
///
/// # Errors
/// When the database does not answer.
pub async fn note_opened(
    work: &mut Work<'_>,
    permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    reader: Id<PersonTag>,
    letter: Id<LetterTag>,
) -> Result<(), DbError> {
    let within = Within::of(permit);
    let is_first = sql::mark(work.tx(), mailbox.id, letter, reader, &within, work.now()).await?;
    // The holder sees every visit of whoever helps.
    let comes_again = is_helper(permit) && is_within(work.tx(), mailbox.id, letter, &within).await?;
    if is_first || comes_again {
        let change = Change::new("letter.open", "letter", &letter).after(&Opened { is_first });
        work.record(concerning(change, permit.on()));
    }
    Ok(())
}

/// Takes the reader's own mark away, so that the letter is news to them again.
///
/// # Errors
/// When the database does not answer.
pub async fn mark_unread(
    work: &mut Work<'_>,
    permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    reader: Id<PersonTag>,
    letters: &[Id<LetterTag>],
) -> Result<(), DbError> {
    for letter in letters {
        sql::unmark(work.tx(), mailbox.id, *letter, reader, &Within::of(permit)).await?;
    }
    Ok(())
}

/// Sets the reader's own marks without opening: the letters are no news to them any more. It counts as having been seen, so
/// whoever helps cannot do it to a letter with legal effect: that they open by itself, or not at all.
///
/// # Errors
/// When a letter does not open, or the database does not answer.
pub async fn mark_read(
    work: &mut Work<'_>,
    permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    reader: Id<PersonTag>,
    letters: &[Id<LetterTag>],
) -> Result<(), MailboxError> {
    for id in letters {
        let found = letter(work.tx(), permit, mailbox, reader, *id, work.now()).await?;
        let is_told = |found: &Letter| needs_a_word(permit, found) || (is_helper(permit) && found.is_seen);
        if found.is_some_and(|found| !is_told(&found)) {
            note_opened(work, permit, mailbox, reader, *id).await?;
        }
    }
    Ok(())
}
