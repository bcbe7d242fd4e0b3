//! Taking a whole file: one MeMo, or a batch of them, in portions that fit in memory.

use std::io::{BufRead, BufReader, Read};

use memo::batch::{BatchError, BatchReader};
use realm::{Actor, Realm};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::arrival::unreadable;
use super::{Answer, Arrival, Sending, TakeError, Unreadable, take};

/// How many messages are kept in one transaction.
const MOST_AT_ONCE: usize = 500;
/// How much of them lies in memory meanwhile, in bytes. Two portions are under way at a time: one is read while the other is
/// written.
const MOST_IN_MEMORY: usize = 8 * 1024 * 1024;

/// What has become of the messages of a file so far.
#[derive(Debug)]
pub enum Taking {
    /// This was answered about a message.
    Answered(Answer),
    /// It is no MeMo, and nobody can be sure of its number.
    Unreadable(Unreadable),
}

enum OneRead {
    Arrived(Box<Arrival>),
    Not(Unreadable),
}

type Portion = Result<Vec<OneRead>, BatchError>;

/// Takes one MeMo.
///
/// # Errors
/// When the database does not answer.
pub async fn take_document(
    realm: &Realm,
    actor: Actor,
    sending: &Sending,
    document: Vec<u8>,
) -> Result<Taking, TakeError> {
    let read = tokio::task::spawn_blocking(move || Arrival::read(document.as_slice()));
    match read.await.expect("reading a message does not panic") {
        Ok(arrival) => {
            let mut answers = take(realm, actor, sending, vec![arrival]).await?;
            Ok(Taking::Answered(answers.pop().expect("one message has one answer")))
        }
        Err(unreadable) => Ok(Taking::Unreadable(unreadable)),
    }
}

/// Takes a batch. `tell` is told of each message as soon as its portion is kept: what was told is kept, whatever happens then.
///
/// # Errors
/// When the file is no batch, or damaged, or the database does not answer. What was told before is kept.
pub async fn take_batch(
    realm: &Realm,
    actor: &Actor,
    sending: &Sending,
    from: impl Read + Send + 'static,
    mut tell: impl FnMut(Taking),
) -> Result<(), TakeError> {
    let (give, mut portions) = mpsc::channel::<Portion>(1);
    let reading = tokio::task::spawn_blocking(move || read_portions(BufReader::new(from), &give));
    let mut outcome = Ok(());
    while let Some(portion) = portions.recv().await {
        let (mut arrivals, mut unread) = (Vec::new(), Vec::new());
        match portion {
            Ok(read) => read.into_iter().for_each(|one| match one {
                OneRead::Arrived(arrival) => arrivals.push(*arrival),
                OneRead::Not(unreadable) => unread.push(unreadable),
            }),
            Err(error) => {
                outcome = Err(TakeError::Batch(error));
                break;
            }
        }
        match take(realm, actor.clone(), sending, arrivals).await {
            Ok(answers) => answers.into_iter().map(Taking::Answered).for_each(&mut tell),
            Err(error) => {
                outcome = Err(error);
                break;
            }
        }
        unread.into_iter().map(Taking::Unreadable).for_each(&mut tell);
    }
    // The reader stops at its next portion when nobody takes it.
    drop(portions);
    reading.await.expect("reading a batch does not panic");
    outcome
}

fn read_portions(from: impl BufRead, give: &mpsc::Sender<Portion>) {
    let mut portion = Vec::new();
    let mut in_memory = 0;
    let mut batch = match BatchReader::open(from) {
        Ok(batch) => batch,
        Err(error) => {
            // Whoever does not take this has stopped already.
            let _ = give.blocking_send(Err(error));
            return;
        }
    };
    loop {
        match next(&mut batch) {
            Ok(Some(one)) => {
                if let OneRead::Arrived(arrival) = &one {
                    in_memory += arrival.weight_in_memory();
                }
                portion.push(one);
            }
            Ok(None) => break,
            Err(error) => {
                let _ = give.blocking_send(Ok(portion));
                let _ = give.blocking_send(Err(error));
                return;
            }
        }
        if portion.len() >= MOST_AT_ONCE || in_memory >= MOST_IN_MEMORY {
            in_memory = 0;
            if give.blocking_send(Ok(std::mem::take(&mut portion))).is_err() {
                return;
            }
        }
    }
    let _ = give.blocking_send(Ok(portion));
}

/// The next message. One that cannot be read is told of and passed over; the batch itself must be whole.
fn next<R: Read>(batch: &mut BatchReader<R>) -> Result<Option<OneRead>, BatchError> {
    let Some(mut entry) = batch.next_entry()? else { return Ok(None) };
    let named: Uuid = entry.message_uuid();
    match entry.read_message_with(&memo::Limits::default(), &mut crate::files::Spool::default()) {
        Ok(reading) => Ok(Some(OneRead::Arrived(Box::new(Arrival::of(reading.message, reading.warnings))))),
        Err(BatchError::Message { error, .. }) => Ok(Some(OneRead::Not(unreadable(Some(named), &error)))),
        Err(BatchError::OtherMessage { .. }) => {
            let why = "Message/MessageHeader/messageUUID is not the name of the file".to_owned();
            Ok(Some(OneRead::Not(Unreadable { message_uuid: Some(named), why })))
        }
        Err(error) => Err(error),
    }
}
