//! Putting letters in order: moving, archiving, deleting, and taking back what was deleted.

mod sql;

use access::{DeleteMail, Permit, SortMail};
use basics::Id;
use jiff::ToSpan as _;
use realm::{Change, Work};
use serde::Serialize;
use store::DbError;

use crate::boxes::concerning;
use crate::letters::sql::is_within;
use crate::letters::{FolderTag, LetterTag};
use crate::reach::Within;
use crate::terms::post_terms;
use crate::{Mailbox, MailboxError, MailboxTag, files, folders};

/// How many letters are removed for good in one transaction.
const PURGE_AT_ONCE: i64 = 200;

/// Letters cannot be moved.
#[derive(Debug, thiserror::Error)]
pub enum MoveError {
    /// There is no such folder any more, or it is out of reach; nothing may be kept of the work.
    #[error("there is no such folder")]
    NoFolder,
    /// The mailbox cannot be had.
    #[error(transparent)]
    Mailbox(#[from] MailboxError),
}

impl From<DbError> for MoveError {
    fn from(error: DbError) -> Self {
        MoveError::Mailbox(error.into())
    }
}

#[derive(Serialize)]
struct Lies {
    folder: Id<FolderTag>,
}

/// Moves letters to a folder; says how many were moved. What lies there already, is in the bin or out of reach, stays.
///
/// # Errors
/// When there is no such folder, a letter would be out of reach there, or the database does not answer.
pub async fn move_letters(
    work: &mut Work<'_>,
    permit: &Permit<SortMail>,
    mailbox: &Mailbox,
    letters: &[Id<LetterTag>],
    to: Id<FolderTag>,
) -> Result<usize, MoveError> {
    // The box is kept from others, so that nobody removes the folder meanwhile.
    let mailbox = crate::boxes::lock(work, mailbox.id).await?.ok_or(MoveError::NoFolder)?;
    if mailbox.holder != permit.on() || !folders::is_there(work.tx(), &mailbox, to).await? {
        return Err(MoveError::NoFolder);
    }
    let within = Within::of(permit);
    let mut moved = 0;
    for letter in letters {
        let Some(from) = sql::lies_in(work.tx(), mailbox.id, *letter, &within).await? else { continue };
        if from != to && sql::put_into(work.tx(), mailbox.id, *letter, to).await? {
            if !is_within(work.tx(), mailbox.id, *letter, &within).await? {
                return Err(MoveError::NoFolder);
            }
            let change = Change::new("letter.move", "letter", letter)
                .before(&Lies { folder: from })
                .after(&Lies { folder: to });
            work.record(concerning(change, mailbox.holder));
            moved += 1;
        }
    }
    Ok(moved)
}

/// Puts letters into the bin; says how many. They can be taken back for as long as the rules say.
///
/// # Errors
/// When the database does not answer.
pub async fn delete_letters(
    work: &mut Work<'_>,
    permit: &Permit<DeleteMail>,
    mailbox: &Mailbox,
    letters: &[Id<LetterTag>],
) -> Result<usize, MailboxError> {
    let within = Within::of(permit);
    let mut deleted = 0;
    for letter in letters {
        let reached = is_within(work.tx(), mailbox.id, *letter, &within).await?;
        if reached && sql::into_bin(work.tx(), mailbox.id, *letter, work.now()).await? {
            work.record(concerning(Change::new("letter.delete", "letter", letter), permit.on()));
            deleted += 1;
        }
    }
    Ok(deleted)
}

/// Takes letters out of the bin, back to where they lay; says how many.
///
/// # Errors
/// When the database does not answer.
pub async fn take_back(
    work: &mut Work<'_>,
    permit: &Permit<DeleteMail>,
    mailbox: &Mailbox,
    letters: &[Id<LetterTag>],
) -> Result<usize, MailboxError> {
    let within = Within::of(permit);
    let mut taken = 0;
    for letter in letters {
        let reached = is_within(work.tx(), mailbox.id, *letter, &within).await?;
        if reached && sql::out_of_bin(work.tx(), mailbox.id, *letter).await? {
            work.record(concerning(Change::new("letter.take_back", "letter", letter), permit.on()));
            taken += 1;
        }
    }
    Ok(taken)
}

/// Removes for good some of what has lain in the bin for longer than the rules say. Says whether there may be more.
///
/// # Errors
/// When the database does not answer.
pub async fn purge_some(work: &mut Work<'_>) -> Result<bool, DbError> {
    let days = post_terms(work.today()).bin_days;
    let before = work.now() - (days * 24).hours();
    let old = sql::in_bin_since(work.tx(), before, PURGE_AT_ONCE).await?;
    let is_full = i64::try_from(old.len()) == Ok(PURGE_AT_ONCE);
    for letter in old {
        remove(work, letter.mailbox, letter.id, letter.size).await?;
    }
    Ok(is_full)
}

async fn remove(
    work: &mut Work<'_>,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
    size: i64,
) -> Result<(), DbError> {
    let its_files = files::used_by(work.tx(), mailbox, letter.uuid()).await?;
    if sql::remove(work.tx(), mailbox, letter, size).await? {
        files::forget_unused(work.tx(), &its_files).await?;
        work.record(Change::new("letter.purge", "letter", &letter));
    }
    Ok(())
}
