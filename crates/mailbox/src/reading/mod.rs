//! Reading: lists of letters, and one letter opened. Opening leaves a mark of the reader's own, and a record for the holder.

mod export;
mod sql;

use access::{Permit, ReadMail};
use basics::Id;
use jiff::Timestamp;
use memo::Message;
use realm::{Change, PersonTag, Work};
use serde::Serialize;
use store::{DbError, Tx};
use vault::Keyring;

use crate::boxes::{self, concerning};
use crate::files::{self, OpenFile};
use crate::letters::sql::{Behind, in_bin, in_folder, one};
use crate::letters::{FolderTag, Letter, LetterTag, Stored, memo_of};
use crate::{Mailbox, MailboxError};

pub use export::as_memo;
pub(crate) use export::whole;

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
    _permit: &Permit<ReadMail>,
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
    let rows = match shelf {
        Shelf::Folder(folder) => in_folder(tx, mailbox.id, reader, folder, behind, most).await?,
        Shelf::Bin => in_bin(tx, mailbox.id, reader, behind, most).await?,
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

/// One letter as a list shows it; `None` where there is none, or it is not available yet.
///
/// # Errors
/// When it does not open, or the database does not answer.
pub async fn letter(
    tx: &Tx,
    _permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    reader: Id<PersonTag>,
    id: Id<LetterTag>,
    now: Timestamp,
) -> Result<Option<Letter>, MailboxError> {
    one(tx, mailbox.id, reader, id, now).await?.map(|row| row.open(mailbox)).transpose()
}

/// What a letter says, with references to the files that lie apart.
///
/// # Errors
/// When it does not open, or the database does not answer.
pub async fn message_of(
    tx: &Tx,
    _permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    letter: &Letter,
) -> Result<Option<Message<Stored>>, MailboxError> {
    memo_of(tx, mailbox, letter.id).await
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
    let is_first = sql::mark(work.tx(), mailbox.id, letter, reader, work.now()).await?;
    if is_first {
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
    _permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    reader: Id<PersonTag>,
    letters: &[Id<LetterTag>],
) -> Result<(), DbError> {
    for letter in letters {
        sql::unmark(work.tx(), mailbox.id, *letter, reader).await?;
    }
    Ok(())
}

/// Sets the reader's own marks without opening: the letters are no news to them any more. It counts as having been seen.
///
/// # Errors
/// When the database does not answer.
pub async fn mark_read(
    work: &mut Work<'_>,
    permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    reader: Id<PersonTag>,
    letters: &[Id<LetterTag>],
) -> Result<(), DbError> {
    for letter in letters {
        note_opened(work, permit, mailbox, reader, *letter).await?;
    }
    Ok(())
}
