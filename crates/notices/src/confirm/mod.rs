//! Confirming an address: by a link in a mail, or by six digits in a text message. Until then the address that was in use
//! before stays so; afterwards it is told that it was replaced.

pub(crate) mod secret;
mod sql;
pub(crate) mod web;

use basics::Id;
use jiff::{SignedDuration, Timestamp};
use realm::{Change, PersonTag, Work};
use store::{DbError, Tx};

use crate::contact::{self, Contact, ContactError};
use crate::message::{HIDDEN, MessageTag};
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

/// What becomes of a code that somebody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeAnswer {
    /// The number is confirmed.
    Right,
    /// It is another one; so many tries are left.
    Wrong {
        /// How many.
        left: i64,
    },
    /// The tries are used up, or the code is too old, or none was asked for: a new one is needed.
    Over,
}

/// What a link in a mail leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkAnswer {
    /// The address, masked, that can be confirmed.
    Open(String),
    /// It has been confirmed.
    Done,
    /// It is too old, or a newer one was sent, or it never was one.
    Over,
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

/// What the link in a mail leads to.
///
/// # Errors
/// When the database does not answer.
pub async fn look_at_link(tx: &Tx, token: &str, now: Timestamp) -> Result<LinkAnswer, DbError> {
    let Some(confirmation) = sql::by_hash(tx, &secret::hash(token)).await? else {
        return Ok(LinkAnswer::Over);
    };
    if confirmation.is_done() {
        return Ok(LinkAnswer::Done);
    }
    let typed = contact::contact(tx, confirmation.person).await?.and_then(|contact| contact.email.typed);
    Ok(match typed {
        Some(typed) if confirmation.is_open_at(now) => LinkAnswer::Open(crate::mask::email(&typed)),
        _ => LinkAnswer::Over,
    })
}

/// Confirms the e-mail address that the link was sent to. Whoever has the link has read the mail, so nobody needs to be
/// signed in; doing it twice changes nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn confirm_link(work: &mut Work<'_>, token: &str) -> Result<LinkAnswer, AskError> {
    let Some(seen) = sql::by_hash(work.tx(), &secret::hash(token)).await? else {
        return Ok(LinkAnswer::Over);
    };
    contact::lock(work, seen.person).await?;
    match sql::lock(work.tx(), seen.id).await? {
        Some(confirmation) if confirmation.is_done() => Ok(LinkAnswer::Done),
        Some(confirmation) if confirmation.is_open_at(work.now()) => {
            confirmed(work, confirmation, Channel::Email).await?;
            Ok(LinkAnswer::Done)
        }
        _ => Ok(LinkAnswer::Over),
    }
}

/// Confirms the mobile number that the code was sent to. A wrong code is counted, so the work must be committed whatever
/// the answer is.
///
/// # Errors
/// When the database does not answer.
pub async fn confirm_code(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    typed: &str,
) -> Result<CodeAnswer, AskError> {
    contact::lock(work, person).await?;
    let Some(newest) = sql::newest(work.tx(), person, Channel::Sms).await? else {
        return Ok(CodeAnswer::Over);
    };
    let locked = sql::lock(work.tx(), newest.id).await?;
    let Some(mut confirmation) = locked.filter(|one| one.is_open_at(work.now())) else {
        return Ok(CodeAnswer::Over);
    };
    let hashes = secret::code_hashes(&work.realm.vault, confirmation.id, &digits(typed));
    if confirmation.secret_hash.as_ref().is_some_and(|hash| hashes.contains(hash)) {
        confirmed(work, confirmation, Channel::Sms).await?;
        return Ok(CodeAnswer::Right);
    }
    confirmation.tries += 1;
    let left = MOST_TRIES - confirmation.tries;
    if left <= 0 {
        "over".clone_into(&mut confirmation.state);
    }
    sql::save(work.tx(), &confirmation).await?;
    work.record(Change::new("contact.wrong_code", "contact", &person).concerns(person));
    Ok(if left > 0 { CodeAnswer::Wrong { left } } else { CodeAnswer::Over })
}

/// What somebody typed as digits, without what stands between, in whichever digits their keyboard has.
fn digits(typed: &str) -> String {
    let digit = |c: char| match c {
        '0'..='9' => Some(c),
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) - 0x6f0, 10),
        _ => None,
    };
    typed.chars().filter_map(digit).collect()
}

async fn confirmed(
    work: &mut Work<'_>,
    mut confirmation: Confirmation,
    channel: Channel,
) -> Result<(), AskError> {
    let person = confirmation.person;
    "done".clone_into(&mut confirmation.state);
    sql::save(work.tx(), &confirmation).await?;
    let before = contact::lock(work, person).await?;
    let after = contact::change(work, person, "contact.confirm", |contact| {
        if let Some(reach) = contact.reach_mut(channel)
            && let Some(typed) = reach.typed.take()
        {
            reach.in_use = Some(typed);
            reach.bounced = false;
        }
    })
    .await?;
    if let Some(former) = before.working(channel)
        && after.working(channel) != Some(former)
    {
        tell_former(work, &after, channel, former, "notices-replaced").await?;
    }
    tell::take_up(work, &after).await?;
    Ok(())
}

/// What is to stand in a message in place of [`HIDDEN`].
pub(crate) enum Armed {
    /// This, from now on.
    With(String),
    /// Nothing: whoever asked has asked anew, or it took too long to be sent.
    Over,
}

/// Makes the secret of a message that carries one, and keeps its hash. A second attempt makes the same one.
pub(crate) async fn arm(work: &mut Work<'_>, message: Id<MessageTag>) -> Result<Armed, DbError> {
    let Some(mut confirmation) = sql::by_message(work.tx(), message).await? else { return Ok(Armed::Over) };
    if !confirmation.is_open_at(work.now()) {
        return Ok(Armed::Over);
    }
    let keys = &work.realm.vault;
    let (secret, hash, works) = if confirmation.channel == Channel::Sms.code() {
        let code = secret::code(keys, confirmation.id);
        let hash = secret::code_hashes(keys, confirmation.id, &code).into_iter().next();
        (code, hash, CODE_WORKS)
    } else {
        let token = secret::token(keys, "notices.link", confirmation.id);
        let hash = secret::hash(&token);
        (token, Some(hash), LINK_WORKS)
    };
    confirmation.secret_hash = hash;
    confirmation.expires_at = work.now() + works;
    sql::save(work.tx(), &confirmation).await?;
    Ok(Armed::With(secret))
}

/// Ends the confirmation that a message carries, since it does not arrive.
pub(crate) async fn end(work: &mut Work<'_>, message: Id<MessageTag>) -> Result<(), DbError> {
    if let Some(mut confirmation) = sql::by_message(work.tx(), message).await?
        && confirmation.state == "open"
    {
        "over".clone_into(&mut confirmation.state);
        sql::save(work.tx(), &confirmation).await?;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        assert_eq!(digits(" 123 456 "), "123456");
        assert_eq!(digits("١٢٣-۴۵۶"), "123456");
        assert_eq!(digits("ingen"), "");
    }
}
