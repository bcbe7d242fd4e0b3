//! What whoever helps has looked at and taken out, for the page on which the holder reads who looked.

use std::collections::HashMap;
use std::sync::Mutex;

use access::{Permit, ReadMail};
use basics::Id;
use jiff::{SignedDuration, Timestamp};
use realm::{Change, PersonTag, Work};
use serde::Serialize;
use store::DbError;
use uuid::Uuid;

use crate::Mailbox;
use crate::boxes::concerning;
use crate::letters::LetterTag;
use crate::letters::sql::is_within;
use crate::reach::Within;

/// Whoever looks at the same thing again within this time is on the same visit.
const ONE_LOOK: SignedDuration = SignedDuration::from_mins(10);

/// What somebody does with a letter besides reading it, or with the mailbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Look {
    /// Looks through lists or searches.
    Mailbox,
    /// Opens a letter.
    Open(Id<LetterTag>),
    /// Opens or saves one of its files, by its number.
    File(Id<LetterTag>, usize),
    /// Puts it on paper.
    Print(Id<LetterTag>),
    /// Saves it whole, packed or as it came, or an appointment in it.
    Export(Id<LetterTag>),
}

#[derive(Serialize)]
struct TakenFile {
    file: usize,
}

/// Records a look by whoever helps; what is out of reach is no look. Opening is recorded by
/// [`note_opened`](super::note_opened). Says whether there was something to record.
///
/// # Errors
/// When the database does not answer.
pub async fn note_look(
    work: &mut Work<'_>,
    permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    look: Look,
) -> Result<bool, DbError> {
    let change = match look {
        Look::Mailbox => Change::new("mailbox.look", "box", &mailbox.id),
        Look::File(letter, file) => Change::new("letter.file", "letter", &letter).after(&TakenFile { file }),
        Look::Print(letter) => Change::new("letter.print", "letter", &letter),
        Look::Export(letter) => Change::new("letter.export", "letter", &letter),
        Look::Open(_) => return Ok(false),
    };
    if let Some(letter) = look.letter()
        && !is_within(work.tx(), mailbox.id, letter, &Within::of(permit)).await?
    {
        return Ok(false);
    }
    work.record(concerning(change, permit.on()));
    Ok(true)
}

impl Look {
    fn letter(self) -> Option<Id<LetterTag>> {
        match self {
            Look::Mailbox => None,
            Look::Open(letter) | Look::File(letter, _) | Look::Print(letter) | Look::Export(letter) => {
                Some(letter)
            }
        }
    }
}

/// Looks of the last minutes at this node, so that the same one is not recorded with every picture of a page. Another node may
/// record it once more.
#[derive(Default)]
pub(crate) struct Lately(Mutex<HashMap<(Uuid, Uuid, Look), Timestamp>>);

impl Lately {
    /// Whether a look is to be recorded.
    pub(crate) fn is_due(&self, who: Id<PersonTag>, mailbox: &Mailbox, look: Look, now: Timestamp) -> bool {
        let looks = self.0.lock().expect("nobody panics while holding it");
        looks.get(&(who.uuid(), mailbox.id.uuid(), look)).is_none_or(|last| *last + ONE_LOOK <= now)
    }

    /// Remembers a look that has been recorded, once nothing can undo that any more.
    pub(crate) fn remember(&self, who: Id<PersonTag>, mailbox: &Mailbox, look: Look, now: Timestamp) {
        let mut looks = self.0.lock().expect("nobody panics while holding it");
        looks.retain(|_, last| now < *last + ONE_LOOK);
        looks.insert((who.uuid(), mailbox.id.uuid(), look), now);
    }
}
