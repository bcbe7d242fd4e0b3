//! Taking whole files, each one MeMo or a batch of them, in portions that fit in memory: one portion is read while the one
//! before is kept.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;

use memo::batch::{BatchError, BatchReader};
use realm::{Actor, Realm};
use tokio::sync::mpsc;

use super::arrival::unreadable;
use super::{Answer, Arrival, Sending, TakeError, Unreadable, take};
use crate::files::Spool;

/// How many messages are kept in one transaction.
const MOST_AT_ONCE: usize = 500;
/// How much of them lies in memory meanwhile, in bytes.
const MOST_IN_MEMORY: usize = 8 * 1024 * 1024;
/// What a batch begins with: the usual properties of LZMA. No text begins so.
const LZMA: u8 = 0x5d;

/// What has become of a message.
#[derive(Debug)]
pub enum Taking {
    /// This was answered about it.
    Answered(Answer),
    /// It is no MeMo.
    Unreadable(Unreadable),
}

/// Takes what one source holds: a MeMo or a batch. `tell` is told of each message as soon as its portion is kept: what was told
/// is kept, whatever happens then.
///
/// # Errors
/// When the source is a batch that is damaged, or the database does not answer. What was told before is kept, and sending
/// everything again doubles nothing.
pub async fn take_source(
    realm: &Realm,
    actor: &Actor,
    sending: &Sending,
    from: impl Read + Send + 'static,
    tell: impl FnMut(Taking),
) -> Result<(), TakeError> {
    take_read(realm, actor, sending, tell, move |portions| {
        let read = read_source(BufReader::new(from), portions);
        read.map_err(TakeError::Batch)
    })
    .await
}

/// Takes one MeMo that lies in memory.
///
/// # Errors
/// When the database does not answer; then nothing was kept.
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

/// Takes many files, one after the other. A file that cannot be opened, or a batch that is damaged, is told of as unreadable, and
/// the next one is taken.
///
/// # Errors
/// When the database does not answer. What was told before is kept.
pub async fn take_files(
    realm: &Realm,
    actor: &Actor,
    sending: &Sending,
    files: Vec<PathBuf>,
    tell: impl FnMut(Taking),
) -> Result<(), TakeError> {
    take_read(realm, actor, sending, tell, move |portions| {
        for path in files {
            let why = match File::open(&path) {
                Ok(file) => read_source(BufReader::new(file), portions).err().map(|error| error.to_string()),
                Err(error) => Some(error.to_string()),
            };
            if let Some(why) = why {
                portions.push(One::Not(Unreadable {
                    message_uuid: None,
                    why: format!("{}: {why}", path.display()),
                }));
            }
        }
        Ok(())
    })
    .await
}

/// Takes messages that were made in the program, as fast as they are made.
///
/// # Errors
/// When the database does not answer. What was told before is kept.
pub async fn take_arrivals(
    realm: &Realm,
    actor: &Actor,
    sending: &Sending,
    arrivals: impl Iterator<Item = Arrival> + Send + 'static,
    tell: impl FnMut(Taking),
) -> Result<(), TakeError> {
    take_read(realm, actor, sending, tell, move |portions| {
        for arrival in arrivals {
            if portions.nobody_takes {
                break;
            }
            portions.push(One::Arrived(Box::new(arrival)));
        }
        Ok(())
    })
    .await
}

async fn take_read(
    realm: &Realm,
    actor: &Actor,
    sending: &Sending,
    mut tell: impl FnMut(Taking),
    read: impl FnOnce(&mut Portions) -> Result<(), TakeError> + Send + 'static,
) -> Result<(), TakeError> {
    let (give, mut given) = mpsc::channel::<Vec<One>>(1);
    let reading = tokio::task::spawn_blocking(move || {
        let mut portions = Portions { give, portion: Vec::new(), in_memory: 0, nobody_takes: false };
        let outcome = read(&mut portions);
        portions.hand_over();
        outcome
    });
    let mut outcome = Ok(());
    while let Some(portion) = given.recv().await {
        let (mut arrivals, mut unread) = (Vec::new(), Vec::new());
        for one in portion {
            match one {
                One::Arrived(arrival) => arrivals.push(*arrival),
                One::Not(unreadable) => unread.push(unreadable),
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
    // The reader sees that nobody takes any more, and stops.
    drop(given);
    let read = reading.await.expect("reading messages does not panic");
    outcome.and(read)
}

enum One {
    Arrived(Box<Arrival>),
    Not(Unreadable),
}

/// What has been read and not yet been handed over.
struct Portions {
    give: mpsc::Sender<Vec<One>>,
    portion: Vec<One>,
    in_memory: usize,
    nobody_takes: bool,
}

impl Portions {
    fn push(&mut self, one: One) {
        if let One::Arrived(arrival) = &one {
            self.in_memory += arrival.weight_in_memory();
        }
        self.portion.push(one);
        if self.portion.len() >= MOST_AT_ONCE || self.in_memory >= MOST_IN_MEMORY {
            self.hand_over();
        }
    }

    fn hand_over(&mut self) {
        self.in_memory = 0;
        let portion = std::mem::take(&mut self.portion);
        if !portion.is_empty() && self.give.blocking_send(portion).is_err() {
            self.nobody_takes = true;
        }
    }
}

fn read_source(mut from: impl BufRead, portions: &mut Portions) -> Result<(), BatchError> {
    if from.fill_buf()?.first() == Some(&LZMA) {
        return read_batch(from, portions);
    }
    portions.push(match Arrival::read(from) {
        Ok(arrival) => One::Arrived(Box::new(arrival)),
        Err(unreadable) => One::Not(unreadable),
    });
    Ok(())
}

/// A message that cannot be read is told of and passed over; the batch itself must be whole.
fn read_batch(from: impl BufRead, portions: &mut Portions) -> Result<(), BatchError> {
    let mut batch = BatchReader::open(from)?;
    while !portions.nobody_takes {
        let Some(mut entry) = batch.next_entry()? else { break };
        let named = entry.message_uuid();
        portions.push(match entry.read_message_with(&memo::Limits::default(), &mut Spool::default()) {
            Ok(reading) => One::Arrived(Box::new(Arrival::of(reading.message, reading.warnings))),
            Err(BatchError::Message { error, .. }) => One::Not(unreadable(Some(named), &error)),
            Err(BatchError::OtherMessage { .. }) => {
                let why = "Message/MessageHeader/messageUUID is not the name of the file".to_owned();
                One::Not(Unreadable { message_uuid: Some(named), why })
            }
            Err(error) => return Err(error),
        });
    }
    Ok(())
}
