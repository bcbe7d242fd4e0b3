//! Confirming an address: by a link in a mail, or by six digits in a text message. Until then the address that was in use
//! before stays so; afterwards it is told that it was replaced.

mod answer;
mod carry;
pub(crate) mod secret;
mod sql;
pub(crate) mod web;

use basics::Id;
use jiff::{SignedDuration, Timestamp};
use realm::{PersonTag, Work};
use store::{DbError, Tx};

pub use answer::{CodeAnswer, LinkAnswer, confirm_code, confirm_link, look_at_link};
pub(crate) use carry::{Armed, arm, end};

use crate::contact::{self, Contact, ContactError};
use crate::message::HIDDEN;
use crate::tell::{self, TellError, own_notice};
use crate::{Channel, Link};
use sql::Confirmation;

/// How long the link in a mail works.
const LINK_WORKS: SignedDuration = SignedDuration::from_hours(24);
/// How long a code works: as long as somebody sits waiting for it.
const CODE_WORKS: SignedDuration = SignedDuration::from_mins(15);
/// How long a confirmation waits to be sent; later, nobody expects it any more.
const WORTH_SENDING: SignedDuration = SignedDuration::from_hours(1);
/// How often somebody may ask for one within an hour, on all channels together: it goes to addresses that may be others'.
const MOST_IN_AN_HOUR: i64 = 5;
/// How often a code can be tried.
const MOST_TRIES: i64 = 5;
/// How long confirmations are kept, for counting and for saying what became of them.
const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// An address cannot be changed.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// The person has asked five times within an hour.
    #[error("the person has asked for a confirmation {MOST_IN_AN_HOUR} times within an hour")]
    TooOften,
    /// There is no such person.
    #[error("there is no person {0}")]
    NoPerson(Id<PersonTag>),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<ContactError> for AskError {
    fn from(error: ContactError) -> Self {
        match error {
            ContactError::NoPerson(person) => AskError::NoPerson(person),
            ContactError::Db(error) => AskError::Db(error),
        }
    }
}

impl From<TellError> for AskError {
    fn from(error: TellError) -> Self {
        match error {
            TellError::NoPerson(person) => AskError::NoPerson(person),
            TellError::Db(error) => AskError::Db(error),
            // The texts of this room are tested in every language.
            TellError::Unfit(error) => AskError::Db(DbError::Other(error.to_string())),
        }
    }
}

/// What becomes of an address that somebody gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A link or a code is on its way there.
    Sent,
    /// It is the one in use; there is nothing to confirm.
    InUse,
}

/// Takes an e-mail address, as [`courier::email_address`] gives it, and sends it a link that confirms it.
///
/// # Errors
/// When the person asks too often, or does not exist.
pub async fn ask_email(work: &mut Work<'_>, person: Id<PersonTag>, address: &str) -> Result<Asked, AskError> {
    ask(work, person, Channel::Email, address).await
}

/// Takes a mobile number, as [`courier::phone_number`] gives it, and sends it a code that confirms it.
///
/// # Errors
/// When the person asks too often, or does not exist.
pub async fn ask_mobile(work: &mut Work<'_>, person: Id<PersonTag>, number: &str) -> Result<Asked, AskError> {
    ask(work, person, Channel::Sms, number).await
}

async fn ask(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    channel: Channel,
    address: &str,
) -> Result<Asked, AskError> {
    let before = contact::lock(work, person).await?;
    sql::end_open(work.tx(), person, channel).await?;
    if before.working(channel) == Some(address) {
        type_in(work, person, channel, None).await?;
        return Ok(Asked::InUse);
    }
    if sql::count_since(work.tx(), person, work.now() - SignedDuration::from_hours(1)).await?
        >= MOST_IN_AN_HOUR
    {
        return Err(AskError::TooOften);
    }
    let contact = type_in(work, person, channel, Some(address)).await?;
    let message = tell::tell_at(work, &contact, channel, address, |words| match channel {
        Channel::Sms => own_notice(words, "contact.code", "notices-code", 1),
        _ => {
            let path = format!("/bekraeft/{HIDDEN}");
            let link = Some(Link { label: words.t("notices-confirm-button"), path });
            tell::Notice { link, ..own_notice(words, "contact.confirm", "notices-confirm", 3) }
        }
    })
    .await?;
    let confirmation = Confirmation {
        id: work.new_id(),
        person,
        channel: channel.code().to_owned(),
        message,
        secret_hash: None,
        tries: 0,
        state: "open".to_owned(),
        expires_at: work.now() + WORTH_SENDING,
    };
    sql::insert(work.tx(), &confirmation, work.now()).await?;
    Ok(Asked::Sent)
}

async fn type_in(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    channel: Channel,
    address: Option<&str>,
) -> Result<Contact, ContactError> {
    contact::change(work, person, "contact.ask", |contact| {
        if let Some(reach) = contact.reach_mut(channel) {
            reach.typed = address.map(str::to_owned);
        }
    })
    .await
}

/// Forgets the e-mail address or mobile number, and tells the one that was in use.
///
/// # Errors
/// When there is no such person.
pub async fn forget(work: &mut Work<'_>, person: Id<PersonTag>, channel: Channel) -> Result<(), AskError> {
    let before = contact::lock(work, person).await?;
    sql::end_open(work.tx(), person, channel).await?;
    let after = contact::change(work, person, "contact.forget", |contact| {
        if let Some(reach) = contact.reach_mut(channel) {
            *reach = contact::Reach::default();
        }
    })
    .await?;
    if let Some(former) = before.working(channel) {
        tell_former(work, &after, channel, former, "notices-forgotten").await?;
    }
    Ok(())
}

/// Tells an address that it is no longer in use: whoever did not want that should know.
async fn tell_former(
    work: &mut Work<'_>,
    contact: &Contact,
    channel: Channel,
    former: &str,
    key: &str,
) -> Result<(), TellError> {
    tell::tell_at(work, contact, channel, former, |words| own_notice(words, "contact.replaced", key, 2))
        .await?;
    Ok(())
}

/// Whether a link or code is on its way or can still be used.
pub(crate) async fn is_under_way(
    tx: &Tx,
    person: Id<PersonTag>,
    channel: Channel,
    now: Timestamp,
) -> Result<bool, DbError> {
    Ok(sql::newest(tx, person, channel).await?.is_some_and(|newest| newest.is_open_at(now)))
}

/// Forgets confirmations that nobody asks about any more.
pub(crate) async fn tidy(work: &mut Work<'_>) -> Result<(), DbError> {
    let before = work.now() - KEPT;
    sql::forget_before(work.tx(), before).await?;
    crate::message::sql::forget_addresses_before(work.tx(), before).await
}
