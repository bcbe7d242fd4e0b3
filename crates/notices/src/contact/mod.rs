//! How somebody is reached: what they chose, and the addresses that they gave.
//!
//! An address is in use when it was confirmed. A new one waits beside it until it is confirmed too, so that a typing
//! error cuts nobody off.

pub(crate) mod rules;
pub(crate) mod sql;
mod typed;
pub(crate) mod web;

use std::fmt;

use basics::{Id, Language};
use realm::{Change, PersonTag, Work};
use serde::Serialize;
use store::{DbError, Tx};

use crate::confirm::secret;
use crate::message::{Message, sql as sql_of_messages};
use crate::{Channel, mask, tell};

/// How somebody is reached.
#[derive(Clone, PartialEq, Eq)]
pub struct Contact {
    /// Who.
    pub person: Id<PersonTag>,
    /// The channel that they chose, where they have.
    pub channel: Option<Channel>,
    /// The language that they chose, or in which they read when they first said how to reach them.
    pub language: Option<Language>,
    /// Their e-mail address.
    pub email: Reach,
    /// Their mobile number.
    pub mobile: Reach,
    /// Where letters reach them.
    pub address: Option<PostalAddress>,
    /// Whether they are exempt from Digital Post (*fritaget*): told by letter, whatever they chose.
    pub exempt: bool,
    /// Whether they want news, besides what concerns them.
    pub wants_news: bool,
}

/// An e-mail address or a mobile number.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// The one that was confirmed.
    pub in_use: Option<String>,
    /// Whether what was sent there came back.
    pub bounced: bool,
    /// One that was typed and is not confirmed yet.
    pub typed: Option<String>,
}

/// A Danish address, as it stands on a letter.
#[derive(Clone, PartialEq, Eq)]
pub struct PostalAddress {
    /// Street, number, floor.
    pub street: String,
    /// The line above the street, `c/o Jensen`; may be empty.
    pub extra: String,
    /// Four digits.
    pub postcode: String,
    /// The town that belongs to the postcode.
    pub town: String,
}

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

impl Contact {
    /// Somebody of whom nothing is known yet.
    pub(crate) fn new(person: Id<PersonTag>) -> Self {
        Self {
            person,
            channel: None,
            language: None,
            email: Reach::default(),
            mobile: Reach::default(),
            address: None,
            exempt: false,
            wants_news: false,
        }
    }

    /// The ways in which the person can be told now, the best first; none where nothing reaches them.
    #[must_use]
    pub fn ways(&self) -> Vec<Channel> {
        rules::ways(self)
    }

    /// The e-mail address or the mobile number.
    pub(crate) fn reach_mut(&mut self, channel: Channel) -> Option<&mut Reach> {
        match channel {
            Channel::Email => Some(&mut self.email),
            Channel::Sms => Some(&mut self.mobile),
            Channel::Letter | Channel::Page => None,
        }
    }

    /// The e-mail address or mobile number at which the channel reaches them.
    pub(crate) fn working(&self, channel: Channel) -> Option<&str> {
        match channel {
            Channel::Email => self.email.working(),
            Channel::Sms => self.mobile.working(),
            Channel::Letter | Channel::Page => None,
        }
    }
}

impl Reach {
    /// The one in use, unless what was sent there came back.
    #[must_use]
    pub fn working(&self) -> Option<&str> {
        self.in_use.as_deref().filter(|_| !self.bounced)
    }
}

// Whoever logs these by mistake must not log a person.
impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Contact").field("person", &self.person).finish_non_exhaustive()
    }
}

impl fmt::Debug for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reach").field("bounced", &self.bounced).finish_non_exhaustive()
    }
}

impl fmt::Debug for PostalAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostalAddress").finish_non_exhaustive()
    }
}

/// How somebody is reached, as the audit log keeps it.
#[derive(Serialize)]
struct Masked {
    channel: Option<Channel>,
    language: Option<Language>,
    email: MaskedReach,
    mobile: MaskedReach,
    address: Option<String>,
    exempt: bool,
    wants_news: bool,
}

#[derive(Serialize)]
struct MaskedReach {
    in_use: Option<String>,
    bounced: bool,
    typed: Option<String>,
}

impl Contact {
    fn masked(&self) -> Masked {
        let reach = |reach: &Reach, mask: fn(&str) -> String| MaskedReach {
            in_use: reach.in_use.as_deref().map(mask),
            bounced: reach.bounced,
            typed: reach.typed.as_deref().map(mask),
        };
        Masked {
            channel: self.channel,
            language: self.language,
            email: reach(&self.email, mask::email),
            mobile: reach(&self.mobile, mask::mobile),
            address: self.address.as_ref().map(PostalAddress::masked),
            exempt: self.exempt,
            wants_news: self.wants_news,
        }
    }
}

impl PostalAddress {
    /// The town alone: `7100 Vejle`.
    #[must_use]
    pub fn masked(&self) -> String {
        format!("{} {}", self.postcode, self.town)
    }
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
