//! Telling somebody something: it is written into their log, and sent by the best way that leads to them.

mod notice;
mod text;

use basics::Id;
use jiff::{SignedDuration, Timestamp};
use jobs::{Order, Urgency};
use realm::{PersonTag, Work};
use serde::{Deserialize, Serialize};
use store::DbError;
use words::{Words, words};

pub use notice::{Link, Notice, NoticeError};
pub use text::text;

use crate::contact::{self, Contact, ContactError};
use crate::message::{HIDDEN, Message, MessageTag, State, sql};
use crate::{Channel, SEND};

/// How long something that could not be sent is worth sending, once there is a way.
const WORTH_SENDING: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What becomes of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It goes by this channel; [`Channel::Page`] where the person wants nothing sent.
    By(Channel, Id<MessageTag>),
    /// No way leads to the person. It is on their page, and staff see that it could not be sent.
    NotReached(Id<MessageTag>),
    /// It was news, and the person wants none. Nothing was written.
    NotWanted,
}

/// Somebody cannot be told.
#[derive(Debug, thiserror::Error)]
pub enum TellError {
    /// There is no such person.
    #[error("there is no person {0}")]
    NoPerson(Id<PersonTag>),
    /// The notice does not fit every channel.
    #[error(transparent)]
    Unfit(#[from] NoticeError),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<ContactError> for TellError {
    fn from(error: ContactError) -> Self {
        match error {
            ContactError::NoPerson(person) => TellError::NoPerson(person),
            ContactError::Db(error) => TellError::Db(error),
        }
    }
}

/// The payload of the job that sends a message.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Sending {
    pub(crate) message: Id<MessageTag>,
}

/// Tells somebody something, in the language and by the channel that they chose. `write` is given the words of their
/// language. It is sent after the work is committed, and what one person is told arrives in the order in which it was
/// told.
///
/// Whoever tells several people in one work does so in the order of their ids: each is kept from other writers until the
/// work ends, and two works that take them in different orders would wait for each other.
///
/// # Errors
/// When there is no such person, or the notice does not pass [`Notice::check`].
pub async fn tell(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    write: impl FnOnce(&'static Words) -> Notice,
) -> Result<Told, TellError> {
    let contact = contact::lock(work, person).await?;
    let language = contact.language.unwrap_or_default();
    let notice = write(words(language));
    notice.check()?;
    if notice.news && !contact.wants_news {
        return Ok(Told::NotWanted);
    }
    let way = contact.ways().first().copied();
    let message = Message::new(work, person, language, notice, way);
    put(work, &message).await?;
    Ok(way.map_or(Told::NotReached(message.id), |channel| Told::By(channel, message.id)))
}

/// Sends something to an address that is not the one in use: one to be confirmed, or one that was replaced.
pub(crate) async fn tell_at(
    work: &mut Work<'_>,
    contact: &Contact,
    channel: Channel,
    address: &str,
    write: impl FnOnce(&'static Words) -> Notice,
) -> Result<Id<MessageTag>, TellError> {
    let language = contact.language.unwrap_or_default();
    let notice = write(words(language));
    notice.check()?;
    let message =
        Message { apart: true, ..Message::new(work, contact.person, language, notice, Some(channel)) };
    sql::insert(work.tx(), &message).await?;
    sql::set_own_address(work.tx(), message.id, address).await?;
    // In no line: a mail that waits for its server must not hold up the code for which somebody sits waiting.
    jobs::order(work, order(&message)).await?;
    Ok(message.id)
}

/// Tells the same by the next way that was not tried yet, after a message did not arrive.
pub(crate) async fn tell_otherwise(
    work: &mut Work<'_>,
    contact: &Contact,
    message: &Message,
) -> Result<(), DbError> {
    let tried = sql::tried(work.tx(), message.id).await?;
    let way = contact.ways().into_iter().find(|way| !tried.contains(way));
    let once_more = message.once_more(work, way);
    put(work, &once_more).await
}

/// Sends what could not be sent for want of a way, now that there may be one.
pub(crate) async fn take_up(work: &mut Work<'_>, contact: &Contact) -> Result<(), DbError> {
    let Some(&channel) = contact.ways().first() else { return Ok(()) };
    let since: Timestamp = work.now() - WORTH_SENDING;
    for message in sql::stranded_of(work.tx(), contact.person, since).await? {
        let state = if channel == Channel::Page { State::Kept } else { State::Waiting };
        let message = Message { channel, state, state_at: work.now(), ..message };
        sql::save_state(work.tx(), &message).await?;
        send_later(work, &message).await?;
    }
    Ok(())
}

async fn put(work: &mut Work<'_>, message: &Message) -> Result<(), DbError> {
    sql::insert(work.tx(), message).await?;
    send_later(work, message).await
}

/// Orders the job that sends the message; letters wait for somebody to print them.
async fn send_later(work: &mut Work<'_>, message: &Message) -> Result<(), DbError> {
    if message.is_to_be_sent() {
        jobs::order(work, order(message).in_line(format!("notice:{}", message.person))).await?;
    }
    Ok(())
}

fn order(message: &Message) -> Order {
    Order::new(SEND, &Sending { message: message.id }).urgency(message.urgency)
}

/// A notice of this room itself, whose texts are `KEY-subject`, `KEY-1` and so on, and `KEY-short`. A `{ $code }` in them
/// becomes the code when it is sent.
pub(crate) fn own_notice(words: &Words, kind: &'static str, key: &str, paragraphs: usize) -> Notice {
    let say = |key: &str| words.t1(key, "code", HIDDEN);
    Notice {
        kind,
        subject: words.t(&format!("{key}-subject")),
        paragraphs: (1..=paragraphs).map(|n| say(&format!("{key}-{n}"))).collect(),
        short: say(&format!("{key}-short")),
        link: None,
        news: false,
        urgency: Urgency::Now,
    }
}

#[cfg(test)]
mod tests {
    use basics::Language;
    use courier::gsm;

    use super::*;

    #[test]
    fn what_this_room_says_fits_one_text_message_in_every_language() {
        for language in Language::ALL {
            for (key, paragraphs) in [
                ("notices-code", 1),
                ("notices-confirm", 3),
                ("notices-replaced", 2),
                ("notices-forgotten", 2),
            ] {
                let notice = own_notice(words(language), "contact.test", key, paragraphs);
                assert_eq!(notice.check(), Ok(()), "{key} in {}", language.code());
                let sent = notice.short.replace(HIDDEN, "123456");
                assert!(gsm::measure(&sent).fits_one, "{sent}: {:?}", gsm::measure(&sent));
            }
        }
    }
}
