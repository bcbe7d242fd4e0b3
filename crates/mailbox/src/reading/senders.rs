//! What kinds of letters a mailbox holds: who has written how often, and what single letters are about. Nothing is opened by it.

use std::collections::HashMap;

use access::{Permit, ReadMail};
use basics::Id;
use jiff::Timestamp;
use store::rows::{AT_ONCE, places_from};
use store::{Param as _, Tx, params, row};
use uuid::Uuid;

use crate::letters::{FolderTag, Head, LetterTag};
use crate::{Mailbox, MailboxError};

row! {
    struct Sealed {
        id: Id<LetterTag>,
        folder: Id<FolderTag>,
        at: Timestamp,
        head: Vec<u8>,
    }
}

/// Somebody who has written, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// What they call themselves.
    pub name: String,
    /// How many of the letters are from them.
    pub letters: usize,
}

/// Who has written the letters that lie in a mailbox.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Senders {
    /// Whoever has written most comes first.
    pub senders: Vec<Sender>,
    /// Whether there are older letters that were not looked at.
    pub are_more: bool,
}

/// Who has written the newest `most` letters that lie in a mailbox, in these folders or in all. Only for whoever may read all of it:
/// for others there is nothing.
///
/// # Errors
/// When a letter does not open, or the database does not answer.
pub async fn senders_in(
    tx: &Tx,
    permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    folders: Option<&[Uuid]>,
    now: Timestamp,
    most: usize,
) -> Result<Senders, MailboxError> {
    if permit.reach() != access::mandates::Reach::Everything || permit.on() != mailbox.holder {
        return Ok(Senders::default());
    }
    let limit = i64::try_from(most.saturating_add(1)).unwrap_or(i64::MAX);
    let rows: Vec<Sealed> = tx
        .all(
            "select id, folder, at, head
             from mailbox_letter
             where box = $1 and direction = 'in' and deleted_at is null and at <= $2
             order by at desc, id desc
             limit $3",
            params![mailbox.id, now, limit],
        )
        .await?;
    let are_more = rows.len() > most;
    let mut counts: HashMap<String, usize> = HashMap::new();
    for row in rows.into_iter().take(most) {
        if folders.is_none_or(|folders| folders.contains(&row.folder.uuid())) {
            let head = Head::open(&mailbox.key, row.id.uuid(), &row.head)?;
            *counts.entry(head.with).or_default() += 1;
        }
    }
    let mut senders: Vec<Sender> =
        counts.into_iter().map(|(name, letters)| Sender { name, letters }).collect();
    senders.sort_by(|one, other| other.letters.cmp(&one.letters).then_with(|| one.name.cmp(&other.name)));
    Ok(Senders { senders, are_more })
}

/// What these letters are about, those of them that are still in the mailbox. As [`senders_in`], for whoever may read all of it.
///
/// # Errors
/// When a letter does not open, or the database does not answer.
pub async fn subjects_of(
    tx: &Tx,
    permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    letters: &[Id<LetterTag>],
    now: Timestamp,
) -> Result<HashMap<Id<LetterTag>, String>, MailboxError> {
    let mut subjects = HashMap::with_capacity(letters.len());
    if permit.reach() != access::mandates::Reach::Everything || permit.on() != mailbox.holder {
        return Ok(subjects);
    }
    for some in letters.chunks(AT_ONCE) {
        let sql = format!(
            "select id, folder, at, head
             from mailbox_letter
             where box = $1 and id in ({})",
            places_from(2, some.len())
        );
        let bound = std::iter::once(mailbox.id.value()).chain(some.iter().map(|id| id.value())).collect();
        let rows: Vec<Sealed> = tx.all(&sql, bound).await?;
        for row in rows.into_iter().filter(|row| row.at <= now) {
            let head = Head::open(&mailbox.key, row.id.uuid(), &row.head)?;
            subjects.insert(row.id, head.subject);
        }
    }
    Ok(subjects)
}
