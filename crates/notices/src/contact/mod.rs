//! How somebody is reached: what they chose, and the addresses that they gave.
//!
//! An address is in use when it was confirmed. A new one waits beside it until it is confirmed too, so that a typing
//! error cuts nobody off.

mod model;
pub(crate) mod page;
pub(crate) mod rules;
pub(crate) mod sql;
mod typed;
pub(crate) mod web;

use basics::{Id, Language};
use realm::{Change, PersonTag, Work};
use store::{DbError, Tx};

pub use model::{Contact, PostalAddress, Reach};

use crate::confirm::secret;
use crate::message::{Message, sql as sql_of_messages};
use crate::{Channel, tell};

/// What cannot be done to how somebody is reached.
#[derive(Debug, thiserror::Error)]
pub enum ContactError {
    /// There is no such person.
    #[error("there is no person {0}")]
    NoPerson(Id<PersonTag>),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// How the person is reached; `None` where they have not said, and were never told anything.
///
/// # Errors
/// When the database does not answer.
pub async fn contact(tx: &Tx, person: Id<PersonTag>) -> Result<Option<Contact>, DbError> {
    sql::of(tx, person).await
}

/// Notes whether the person is exempt from Digital Post. Whoever decides that has their own record of why.
///
/// # Errors
/// When there is no such person.
pub async fn set_exempt(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    exempt: bool,
) -> Result<(), ContactError> {
    change(work, person, "contact.exempt", |contact| contact.exempt = exempt).await?;
    Ok(())
}

/// Chooses the channel on which the person is told, for as long as it reaches them.
///
/// # Errors
/// When there is no such person.
pub async fn choose_channel(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    channel: Channel,
) -> Result<(), ContactError> {
    change(work, person, "contact.channel", |contact| contact.channel = Some(channel)).await?;
    Ok(())
}

/// Chooses the language in which the person is told.
///
/// # Errors
/// When there is no such person.
pub async fn choose_language(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    language: Language,
) -> Result<(), ContactError> {
    change(work, person, "contact.language", |contact| contact.language = Some(language)).await?;
    Ok(())
}

/// Notes the language in which the person reads, where they have chosen none.
pub(crate) async fn note_language(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    language: Language,
) -> Result<(), ContactError> {
    change(work, person, "contact.language", |contact| {
        contact.language.get_or_insert(language);
    })
    .await?;
    Ok(())
}

/// Says whether the person wants news.
///
/// # Errors
/// When there is no such person.
pub async fn choose_news(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    wants_news: bool,
) -> Result<(), ContactError> {
    change(work, person, "contact.news", |contact| contact.wants_news = wants_news).await?;
    Ok(())
}

/// Sets or removes the address for letters. What could not be sent for want of a way is taken up again, and letters that
/// have lost their address go by another way where there is one.
///
/// # Errors
/// When there is no such person.
pub async fn set_address(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    address: Option<PostalAddress>,
) -> Result<(), ContactError> {
    let contact = change(work, person, "contact.address", |contact| contact.address = address).await?;
    tell::take_up(work, &contact).await?;
    Ok(())
}

/// Notes that the address to which the message was sent is dead, if it is still the one in use.
pub(crate) async fn note_bounce(
    work: &mut Work<'_>,
    contact: Contact,
    message: &Message,
) -> Result<Contact, DbError> {
    let Some(mark) = sql_of_messages::address_mark(work.tx(), message.id).await? else { return Ok(contact) };
    let marks =
        contact.working(message.channel).map(|address| secret::address_marks(&work.realm.vault, address));
    if !marks.is_some_and(|marks| marks.contains(&mark)) {
        return Ok(contact);
    }
    let changed = change(work, contact.person, "contact.bounce", |contact| {
        if let Some(reach) = contact.reach_mut(message.channel) {
            reach.bounced = true;
        }
    });
    match changed.await {
        Ok(contact) => Ok(contact),
        Err(ContactError::Db(error)) => Err(error),
        Err(ContactError::NoPerson(_)) => Ok(contact),
    }
}

/// How the person is reached, kept from other writers; made where it is not there yet.
pub(crate) async fn lock(work: &Work<'_>, person: Id<PersonTag>) -> Result<Contact, ContactError> {
    if let Some(contact) = sql::lock(work.tx(), person).await? {
        return Ok(contact);
    }
    if people::person(work.tx(), person).await?.is_none() {
        return Err(ContactError::NoPerson(person));
    }
    sql::insert(work.tx(), &Contact::new(person), work.now()).await?;
    Ok(sql::lock(work.tx(), person).await?.expect("it was inserted or found"))
}

/// Changes how somebody is reached, with a record of it where anything has changed.
pub(crate) async fn change(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    action: &'static str,
    edit: impl FnOnce(&mut Contact),
) -> Result<Contact, ContactError> {
    let before = lock(work, person).await?;
    let mut after = before.clone();
    edit(&mut after);
    if before != after {
        sql::save(work.tx(), &after, work.now()).await?;
        let change = Change::new(action, "contact", &person).concerns(person);
        work.record(change.before(&before.masked()).after(&after.masked()));
    }
    Ok(after)
}
