//! Making a letter out of what has come: its files put by themselves, the rest packed and sealed.

use std::io;

use basics::Id;
use jiff::Timestamp;
use memo::Message;
use realm::{Chance, Work};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::{Arrival, TakeError, telling};
use crate::files::{self, FileTag, Incoming};
use crate::letters::sql::{NewLetter, insert};
use crate::letters::{Direction, FileRef, FolderTag, Head, INBOX, LetterTag, Stored, Weight, pack};
use crate::terms::{PostTerms, post_terms};
use crate::{Mailbox, MailboxTag, Way, boxes, folders, paper};

/// The main document stays in the letter up to this size, in bytes; everything else lies by itself.
const MOST_INSIDE: u64 = 8 * 1024;
/// How many letters are sealed before the database is given them, to write while the next ones are sealed.
const SEALED_AT_ONCE: usize = 64;

/// Which letter in which box has a file.
pub(super) type Use = (Id<FileTag>, Id<MailboxTag>, Id<LetterTag>);

/// Where and how a letter is kept.
pub(super) struct Place {
    pub(super) id: Id<LetterTag>,
    pub(super) at: Timestamp,
    pub(super) direction: Direction,
    pub(super) folder: Option<Id<FolderTag>>,
    pub(super) system: Option<Uuid>,
}

/// A letter of which everything is known and nothing sealed.
pub(super) struct Draft {
    mailbox: Mailbox,
    place: Place,
    folder: Id<FolderTag>,
    received_at: Timestamp,
    weight: Weight,
    size: i64,
    head: Head,
    words: String,
    message: Message<Stored>,
}

/// What of a letter is asked for after it was written.
pub(super) struct Inserted {
    pub(super) mailbox: Id<MailboxTag>,
    pub(super) id: Id<LetterTag>,
    pub(super) at: Timestamp,
    pub(super) size: i64,
}

/// Finds the folder of a letter, and puts its files by themselves.
pub(super) async fn draft(
    work: &Work<'_>,
    terms: &PostTerms,
    mailbox: Mailbox,
    place: Place,
    arrival: Arrival,
    uses: &mut Vec<Use>,
) -> Result<Draft, TakeError> {
    let folder = match (place.folder, arrival.production_unit()) {
        (Some(folder), _) => folder,
        (None, Some(unit)) => folders::of_department(work.tx(), &mailbox, &unit).await?.unwrap_or(INBOX),
        (None, None) => INBOX,
    };
    let weight = match place.direction {
        Direction::In => super::judge::weight(&arrival, terms),
        Direction::Out => Weight::Ordinary,
    };
    let Arrival { message, head, words, size, .. } = arrival;
    let message = store_files(work, mailbox.id, place.id, message, uses).await?;
    let received_at = work.now();
    Ok(Draft { mailbox, place, folder, received_at, weight, size, head, words, message })
}

impl Draft {
    fn seal(self, chance: &Chance) -> Result<NewLetter, TakeError> {
        let Self { mailbox, place, message, .. } = self;
        let packed = pack(&message).map_err(|error| io::Error::other(error.to_string()))?;
        let (key, id) = (&mailbox.key, place.id.uuid());
        Ok(NewLetter {
            mailbox: mailbox.id,
            id: place.id,
            folder: self.folder,
            at: place.at,
            received_at: self.received_at,
            direction: place.direction,
            message_uuid: message.header.message_uuid,
            sender: place.system,
            weight: self.weight,
            reply_by: message.header.reply_by_date_time,
            size: self.size + i64::try_from(packed.len()).unwrap_or(i64::MAX),
            head: self.head.seal(key, chance, id),
            words: key.seal(chance, crate::search::PURPOSE, id, self.words.as_bytes()),
            memo: key.seal(chance, crate::letters::PURPOSE, id, &packed),
        })
    }
}

/// Seals letters and writes them: the database writes some while the next ones are sealed.
pub(super) async fn seal_and_insert(work: &Work<'_>, drafts: Vec<Draft>) -> Result<Vec<Inserted>, TakeError> {
    let (give, mut given) = mpsc::unbounded_channel();
    let sealing = async move {
        let mut sealed = Vec::with_capacity(SEALED_AT_ONCE);
        for draft in drafts {
            sealed.push(draft.seal(&work.realm.chance)?);
            if sealed.len() == SEALED_AT_ONCE {
                // Nobody takes them when the database has refused the ones before.
                let _ = give.send(std::mem::take(&mut sealed));
            }
            // Here the answer of the database is looked at.
            tokio::task::yield_now().await;
        }
        let _ = give.send(sealed);
        Ok::<(), TakeError>(())
    };
    let writing = async move {
        let mut inserted = Vec::new();
        while let Some(sealed) = given.recv().await {
            inserted.extend(sealed.iter().map(Inserted::of));
            insert(work.tx(), sealed).await?;
        }
        Ok::<_, TakeError>(inserted)
    };
    let ((), inserted) = tokio::try_join!(sealing, writing)?;
    Ok(inserted)
}

impl Inserted {
    fn of(letter: &NewLetter) -> Self {
        Self { mailbox: letter.mailbox, id: letter.id, at: letter.at, size: letter.size }
    }
}

/// Puts one letter into a mailbox, as what is written here and what this installation itself has to say. It is told of and
/// goes on paper like any other that comes.
///
/// # Errors
/// When it cannot be kept, or the database does not answer.
pub async fn put_letter(
    work: &mut Work<'_>,
    mailbox: &Mailbox,
    arrival: Arrival,
    direction: Direction,
    folder: Option<Id<FolderTag>>,
) -> Result<Id<LetterTag>, TakeError> {
    let terms = post_terms(work.today());
    let id = work.new_id();
    let at = arrival.available_at(work.now(), work.realm.zone());
    let mut uses = Vec::new();
    let place = Place { id, at, direction, folder, system: None };
    let draft = draft(work, &terms, mailbox.clone(), place, arrival, &mut uses).await?;
    let letter = draft.seal(&work.realm.chance)?;
    boxes::count(work.tx(), mailbox.id, letter.size, (direction == Direction::In).then_some(at)).await?;
    insert(work.tx(), vec![letter]).await?;
    files::insert_uses(work.tx(), uses.into_iter()).await?;
    if direction == Direction::In {
        if mailbox.way == Way::Paper {
            paper::queue_letters(work, &[(mailbox.id, id)]).await?;
        }
        telling::order(work, std::iter::once((mailbox.id, id, at))).await?;
    }
    Ok(id)
}

/// Puts the files of a message by themselves, but for a short main document.
async fn store_files(
    work: &Work<'_>,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
    message: Message<Incoming>,
    uses: &mut Vec<Use>,
) -> Result<Message<Stored>, TakeError> {
    let mut stored = Vec::new();
    for (n, file) in message.files().enumerate() {
        let inside =
            (n == 0 && file.content.size() <= MOST_INSIDE).then(|| file.content.in_memory()).flatten();
        stored.push(match inside {
            Some(bytes) => Stored::Inside(bytes.to_vec()),
            None => {
                let id = files::put(work.tx(), work.realm, &file.content).await?;
                uses.push((id, mailbox, letter));
                Stored::Apart(FileRef { id, size: file.content.size() })
            }
        });
    }
    let mut stored = stored.into_iter();
    Ok(crate::letters::with_contents(message, |_| {
        stored.next().expect("there are as many contents as files")
    }))
}
