//! Writing: answers, forwarding, and letters to authorities. What is written becomes a MeMo, lies in the holder's folder of
//! sent letters, and is in the receiver's mailbox in the same transaction.

mod compose;
mod sheet;

use access::{Holder, Permit, SortMail, WriteMail};
use basics::{Cvr, Id};
use memo::Message;
use people::OrganisationTag;
use realm::{Change, Work};
use serde::Serialize;
use store::DbError;

use crate::boxes::concerning;
use crate::files::Incoming;
use crate::intake::{Arrival, TakeError, put_letter};
use crate::letters::sql::{is_within, sent_since};
use crate::letters::{Direction, Letter, LetterTag, SENT, Stored};
use crate::reach::Within;
use crate::reading::whole;
use crate::terms::post_terms;
use crate::{Mailbox, MailboxError, Way, boxes};

pub use compose::{LONGEST_SUBJECT, LONGEST_TEXT};
pub use sheet::Sheet;

/// What somebody writes.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// What it is about; an answer or a forwarded letter takes it from the other one where it is empty.
    pub subject: String,
    /// What it says. An empty line begins a new paragraph.
    pub text: String,
    /// What is sent with it.
    pub files: Vec<Attached>,
    /// The sheet that it is written on. Without one, what is sent twice is two letters.
    pub sheet: Option<Sheet>,
}

/// A file that is sent with a letter.
#[derive(Debug, Clone)]
pub struct Attached {
    /// Its name, as its owner's machine has it.
    pub name: String,
    /// What it is said to be, as a MIME type.
    pub mime: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Who a letter is forwarded to.
#[derive(Debug, Clone)]
pub enum ForwardTo {
    /// A company or authority, by its number.
    Organisation(Cvr),
    /// A person, by theirs.
    Person(basics::Cpr),
}

/// A letter cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// There is no such letter within reach, or a new one would be out of it.
    #[error("there is no such letter")]
    NotThere,
    /// Its sender takes no answers.
    #[error("the letter cannot be answered")]
    NoReply,
    /// There is nobody here who could get it.
    #[error("the receiver is not known here, or has no mailbox")]
    NoReceiver,
    /// There is nothing in it.
    #[error("the text is empty")]
    NoText,
    /// The text is longer than a letter may be.
    #[error("the text is longer than 20,000 characters")]
    LongText,
    /// What it is about is missing or too long.
    #[error("the subject has 1 to 200 characters")]
    Subject,
    /// A file is a program, or is something else than it says it is.
    #[error("the file with number {n} may be dangerous, and is not sent")]
    Dangerous {
        /// Which one, counted from 1.
        n: usize,
    },
    /// There are too many files.
    #[error("at most {most} files can be sent")]
    TooManyFiles {
        /// How many there may be.
        most: i64,
    },
    /// They are too large together.
    #[error("the files are larger than {most} bytes together")]
    TooLarge {
        /// How large they may be, in bytes.
        most: i64,
    },
    /// The receiver's mailbox is full.
    #[error("the mailbox of the receiver is full")]
    Full,
    /// The writer is not known by a number that an authority could answer to.
    #[error("the writer has no CPR or CVR number here")]
    NoNumber,
    /// A mailbox cannot be had.
    #[error(transparent)]
    Mailbox(#[from] MailboxError),
    /// It could not be kept.
    #[error(transparent)]
    Take(#[from] TakeError),
}

impl From<DbError> for WriteError {
    fn from(error: DbError) -> Self {
        WriteError::Mailbox(error.into())
    }
}

#[derive(Serialize)]
struct Wrote {
    kind: &'static str,
}

/// Answers a letter whose sender takes answers.
///
/// # Errors
/// When it cannot be answered, or the draft does not do; then nothing was sent.
pub async fn reply(
    work: &mut Work<'_>,
    permit: &Permit<WriteMail>,
    mailbox: &Mailbox,
    letter: &Letter,
    draft: &Draft,
) -> Result<Id<LetterTag>, WriteError> {
    reached(work, &Within::of(permit), mailbox, letter).await?;
    if letter.direction == Direction::Out || !letter.head.may_reply {
        return Err(WriteError::NoReply);
    }
    check(work, draft, false)?;
    let original = original(work, mailbox, letter).await?;
    let receiver =
        compose::receiver_of_reply(work, mailbox, &original, letter).await?.ok_or(WriteError::NoReceiver)?;
    let writer = compose::writer(work, permit.on()).await?;
    let message = compose::reply(work, &writer, &receiver, &original, letter, draft);
    send(work, mailbox, message, draft.sheet, &receiver, "reply").await
}

/// Sends a letter on, with all its files and a comment, which a form brings on a sheet. Whoever may put the post in order may do it: so the rules on access to others' post
/// have it (vejledning om læseadgang til Digital Post).
///
/// # Errors
/// When there is no such receiver; then nothing was sent.
pub async fn forward(
    work: &mut Work<'_>,
    permit: &Permit<SortMail>,
    mailbox: &Mailbox,
    letter: &Letter,
    to: &ForwardTo,
    comment: &str,
    sheet: Option<Sheet>,
) -> Result<Id<LetterTag>, WriteError> {
    reached(work, &Within::of(permit), mailbox, letter).await?;
    if comment.chars().count() > LONGEST_TEXT {
        return Err(WriteError::LongText);
    }
    let receiver = compose::receiver_of_forward(work, to).await?.ok_or(WriteError::NoReceiver)?;
    let original = original(work, mailbox, letter).await?;
    let mut files = Vec::new();
    for file in original.files() {
        files.push(Incoming::of(whole(work.tx(), &work.realm.vault, &file.content).await?));
    }
    let writer = compose::writer(work, permit.on()).await?;
    let message = compose::forward(work, &writer, &receiver, original, files, letter, comment);
    send(work, mailbox, message, sheet, &receiver, "forward").await
}

/// Who a letter would be forwarded to, with their name; `None` where nobody here is known by the number.
///
/// # Errors
/// When the database does not answer.
pub async fn receiver_of(
    work: &Work<'_>,
    _permit: &Permit<SortMail>,
    to: &ForwardTo,
) -> Result<Option<(Holder, String)>, WriteError> {
    let receiver = compose::receiver_of_forward(work, to).await?;
    Ok(receiver.map(|receiver| (receiver.holder, receiver.label)))
}

/// Writes a letter to an authority or company.
///
/// # Errors
/// When it has no mailbox, the draft does not do, or the permit does not reach whatever comes; then nothing was sent.
pub async fn write_new(
    work: &mut Work<'_>,
    permit: &Permit<WriteMail>,
    mailbox: &Mailbox,
    to: Id<OrganisationTag>,
    draft: &Draft,
) -> Result<Id<LetterTag>, WriteError> {
    if !Within::of(permit).is_whole() {
        return Err(WriteError::NotThere);
    }
    check(work, draft, true)?;
    let receiver = compose::receiver_by_id(work, to).await?.ok_or(WriteError::NoReceiver)?;
    let writer = compose::writer(work, permit.on()).await?;
    let message = compose::new_letter(work, &writer, &receiver, draft);
    send(work, mailbox, message, draft.sheet, &receiver, "write").await
}

fn check(work: &Work<'_>, draft: &Draft, needs_subject: bool) -> Result<(), WriteError> {
    let terms = post_terms(work.today());
    let subject = draft.subject.trim().chars().count();
    if subject > LONGEST_SUBJECT || (needs_subject && subject == 0) {
        return Err(WriteError::Subject);
    }
    if draft.text.trim().is_empty() {
        return Err(WriteError::NoText);
    }
    if draft.text.chars().count() > LONGEST_TEXT {
        return Err(WriteError::LongText);
    }
    if i64::try_from(draft.files.len()).is_ok_and(|files| files > terms.most_files_written) {
        return Err(WriteError::TooManyFiles { most: terms.most_files_written });
    }
    let bytes: usize = draft.files.iter().map(|file| file.bytes.len()).sum();
    if i64::try_from(bytes).is_ok_and(|bytes| bytes > terms.most_bytes_written) {
        return Err(WriteError::TooLarge { most: terms.most_bytes_written });
    }
    let is_dangerous = |file: &Attached| compose::kind_of(file).is_none();
    match draft.files.iter().position(is_dangerous) {
        Some(at) => Err(WriteError::Dangerous { n: at + 1 }),
        None => Ok(()),
    }
}

async fn reached(
    work: &Work<'_>,
    within: &Within,
    mailbox: &Mailbox,
    letter: &Letter,
) -> Result<(), WriteError> {
    let is_there = is_within(work.tx(), mailbox.id, letter.id, within).await?;
    if is_there { Ok(()) } else { Err(WriteError::NotThere) }
}

async fn original(
    work: &Work<'_>,
    mailbox: &Mailbox,
    letter: &Letter,
) -> Result<Message<Stored>, WriteError> {
    let found = crate::letters::memo_of(work.tx(), mailbox, letter.id).await?;
    found.ok_or(WriteError::Mailbox(MailboxError::Closed { what: "mailbox.letter" }))
}

async fn send(
    work: &mut Work<'_>,
    mailbox: &Mailbox,
    mut message: Message<Incoming>,
    sheet: Option<Sheet>,
    receiver: &compose::Receiver,
    kind: &'static str,
) -> Result<Id<LetterTag>, WriteError> {
    let (theirs, _) = match receiver.holder {
        // An organisation that is written to has a mailbox from then on.
        Holder::Organisation(_) => boxes::open_mailbox(work, receiver.holder, Way::Digital).await?,
        Holder::Person(_) => {
            let theirs = boxes::mailbox_of(work.tx(), &work.realm.vault, receiver.holder).await?;
            (theirs.ok_or(WriteError::NoReceiver)?, false)
        }
    };
    // In one order whoever writes to whom, so that two who write to each other do not wait for each other.
    let mut both = [theirs.id, mailbox.id];
    both.sort_unstable();
    for id in both {
        boxes::lock(work, id).await?;
    }
    if let Some(sheet) = sheet {
        message.header.message_uuid = sheet.uuid();
        let since = work.now() - sheet::REMEMBERED;
        if let Some(sent) = sent_since(work.tx(), mailbox.id, sheet.uuid(), since).await? {
            return Ok(sent);
        }
    }
    let terms = post_terms(work.today());
    if theirs.letters >= terms.most_letters || theirs.bytes >= terms.most_bytes {
        return Err(WriteError::Full);
    }
    let arrival = Arrival::of(message, Vec::new());
    let mut own = arrival.clone();
    own.turn_to(&receiver.label);
    put_letter(work, &theirs, arrival, Direction::In, None).await?;
    let sent = put_letter(work, mailbox, own, Direction::Out, Some(SENT)).await?;
    let change = Change::new("letter.write", "letter", &sent).after(&Wrote { kind });
    work.record(concerning(change, mailbox.holder));
    Ok(sent)
}
