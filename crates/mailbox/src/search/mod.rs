//! Finding letters by what they say. What a search looks through is sealed like the letters themselves, so a search opens
//! it letter by letter: a mailbox is small enough for that, and nobody who has the database can read an index.

use access::{Permit, ReadMail};
use basics::Id;
use documents::Question;
use jiff::Timestamp;
use realm::PersonTag;
use store::{DbError, Tx};

use crate::letters::sql::{one, words};
use crate::letters::{Letter, LetterTag};
use crate::reach::Within;
use crate::{Mailbox, MailboxError};

pub(crate) const PURPOSE: &str = "mailbox.words";

/// The most letters that a search gives.
pub const MOST_FOUND: usize = 100;

/// What a search has found.
#[derive(Debug)]
pub struct Found {
    /// The letters, the newest first, at most [`MOST_FOUND`].
    pub letters: Vec<Letter>,
    /// How many there are altogether.
    pub all: usize,
}

/// The letters, in whatever folder but the bin, in which every word of `typed` stands. `None` where nothing was typed that
/// could be looked for.
///
/// # Errors
/// When a letter does not open, or the database does not answer.
pub async fn find_letters(
    tx: &Tx,
    permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    reader: Id<PersonTag>,
    typed: &str,
    now: Timestamp,
) -> Result<Option<Found>, MailboxError> {
    let Some(question) = Question::parse(typed) else { return Ok(None) };
    let mut hits: Vec<Id<LetterTag>> = Vec::new();
    let mut closed = None;
    let within = Within::of(permit);
    words(tx, mailbox.id, &within, now, |row| match mailbox.key.open(PURPOSE, row.id.uuid(), &row.words) {
        Ok(plain) => {
            if std::str::from_utf8(&plain).is_ok_and(|index| question.matches(index)) {
                hits.push(row.id);
            }
            Ok(())
        }
        Err(error) => {
            closed = Some(error);
            Err(DbError::Other("a search was stopped".to_owned()))
        }
    })
    .await
    .map_err(|error| closed.take().unwrap_or(MailboxError::Db(error)))?;
    // Ids are made in the order of time.
    hits.sort_unstable_by(|one, other| other.cmp(one));
    let all = hits.len();
    let mut letters = Vec::new();
    for id in hits.into_iter().take(MOST_FOUND) {
        if let Some(row) = one(tx, mailbox.id, reader, id, &within, now).await? {
            letters.push(row.open(mailbox)?);
        }
    }
    letters.sort_by_key(|letter| std::cmp::Reverse(letter.at));
    Ok(Some(Found { letters, all }))
}
