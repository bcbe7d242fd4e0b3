//! Mail that came back.

use basics::Id;
use courier::Bounce;
use realm::{Change, Work};
use serde::Serialize;
use store::DbError;

use crate::confirm::secret;
use crate::contact::{self, ContactError};
use crate::message::{Message, MessageTag, State, sql};
use crate::{Channel, post};

/// What came of a report of a mail server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// This mail did not arrive. Its receiver is told by the next way that leads to them.
    Bounced(Id<MessageTag>),
    /// The server is still trying.
    StillTrying,
    /// It is no report, or of no mail of ours, or one that was taken before.
    NotOurs,
}

#[derive(Serialize)]
struct Came<'b> {
    state: State,
    status: &'b str,
}

/// Takes what a mail server wrote about a mail that it could not deliver (RFC 3464): the bytes of the report as they came.
/// Taking it twice changes nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn take_bounce(work: &mut Work<'_>, report: &[u8]) -> Result<Taken, DbError> {
    let Some(bounce) = courier::bounced(report) else { return Ok(Taken::NotOurs) };
    let Some(seen) = of(work, &bounce).await? else { return Ok(Taken::NotOurs) };
    if !bounce.given_up {
        return Ok(Taken::StillTrying);
    }
    let contact = contact::lock(work, seen.person).await.map_err(|error| match error {
        ContactError::Db(error) => error,
        ContactError::NoPerson(_) => DbError::Other("a message has no receiver".to_owned()),
    })?;
    let locked = sql::lock(work.tx(), seen.id).await?;
    let Some(mut message) = locked.filter(|message| matches!(message.state, State::Sent | State::Waiting))
    else {
        return Ok(Taken::NotOurs);
    };
    let before = Came { state: message.state, status: "" };
    let why = format!("it came back with status {}", bounce.status);
    let dead = bounce.is_for_a_dead_address();
    post::not_arrived(work, contact, &mut message, State::Bounced, &why, dead).await?;
    let change = Change::new("message.bounce", "message", &message.id).concerns(message.person);
    work.record(change.before(&before).after(&Came { state: message.state, status: &bounce.status }));
    Ok(Taken::Bounced(message.id))
}

/// The mail that the report is about: known by its token or, where reports come to an address without one, by its id, which
/// nobody else can guess either.
async fn of(work: &Work<'_>, bounce: &Bounce) -> Result<Option<Message>, DbError> {
    let found = match (&bounce.token, &bounce.message_id) {
        (Some(token), _) => sql::by_bounce(work.tx(), &secret::hash(token)).await?,
        (None, Some(message_id)) => {
            let id = message_id.trim_matches(['<', '>']).split('@').next().and_then(|id| id.parse().ok());
            match id {
                Some(id) => sql::by_id(work.tx(), id).await?,
                None => None,
            }
        }
        (None, None) => None,
    };
    Ok(found.filter(|message| message.channel == Channel::Email))
}
