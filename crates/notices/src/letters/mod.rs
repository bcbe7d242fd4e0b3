//! Letters: a queue that staff print from, and mark what they have put in the post.

mod sql;
pub(crate) mod web;

use access::{Permit, PrintLetters};
use basics::Id;
use realm::{Change, Work};
use serde::Serialize;
use store::DbError;

use crate::message::sql as messages;
use crate::message::{Message, MessageTag, State};
use crate::{Channel, contact};

#[derive(Serialize)]
struct Became {
    state: State,
}

/// A letter was printed: whoever printed it could read it.
fn note_printed(work: &mut Work<'_>, message: &Message) {
    work.record(Change::new("letter.print", "message", &message.id).concerns(message.person));
}

/// Marks letters as put in the post. Those that somebody else has marked meanwhile are left as they are, and so are those
/// that are no waiting letters; says how many were marked.
///
/// # Errors
/// When the database does not answer.
pub async fn mark_posted(
    work: &mut Work<'_>,
    _permit: &Permit<PrintLetters>,
    letters: &[Id<MessageTag>],
) -> Result<usize, DbError> {
    // In one order, so that two who mark the same letters do not wait for each other.
    let mut letters = letters.to_vec();
    letters.sort_unstable();
    letters.dedup();
    let mut marked = 0;
    for id in letters {
        let locked = messages::lock(work.tx(), id).await?;
        let is_waiting =
            |message: &Message| message.state == State::Waiting && message.channel == Channel::Letter;
        let Some(mut message) = locked.filter(is_waiting) else { continue };
        let contact = contact(work.tx(), message.person).await?;
        let address = contact.and_then(|contact| contact.address);
        message.sent_to = address.map(|address| address.masked()).unwrap_or_default();
        settle(work, message, State::Posted, "letter.post").await?;
        marked += 1;
    }
    Ok(marked)
}

/// Notes that somebody was told in another way what could not be sent: by telephone, perhaps, or at the counter. Says
/// whether there was anything to note.
///
/// # Errors
/// When the database does not answer.
pub async fn told_in_person(
    work: &mut Work<'_>,
    _permit: &Permit<PrintLetters>,
    id: Id<MessageTag>,
) -> Result<bool, DbError> {
    let locked = messages::lock(work.tx(), id).await?;
    let is_stranded = |message: &Message| {
        message.state == State::Unsendable
            || (message.state == State::Waiting && message.channel == Channel::Letter)
    };
    let Some(message) = locked.filter(is_stranded) else { return Ok(false) };
    settle(work, Message { channel: Channel::Page, ..message }, State::Kept, "letter.told_in_person").await?;
    Ok(true)
}

async fn settle(
    work: &mut Work<'_>,
    mut message: Message,
    state: State,
    action: &'static str,
) -> Result<(), DbError> {
    let before = Became { state: message.state };
    message.state = state;
    message.state_at = work.now();
    messages::save_state(work.tx(), &message).await?;
    let change = Change::new(action, "message", &message.id).concerns(message.person);
    work.record(change.before(&before).after(&Became { state }));
    Ok(())
}
