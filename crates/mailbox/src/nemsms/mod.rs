//! NemSMS: short reminders from authorities, to people who have asked for them.
//!
//! Whoever has asked gets them, exempt from Digital Post or not, and under fifteen too, with the help of somebody at the
//! counter. A text goes to the confirmed mobile number and nowhere else.

mod rules;
mod sql;
pub(crate) mod web;

use access::{Holder, Permit, RegisterNemsms};
use basics::Id;
use realm::{Change, PersonTag, Work};
use serde::Serialize;
use store::{DbError, Tx};

use crate::boxes::concerning;
use crate::intake::{Arrival, Judged, Refused, Sending, TakeError, not_found, refuses_sender};

pub use sql::{Registration, registration_of};

#[derive(Serialize)]
struct Registered {
    by_staff: bool,
}

/// Why somebody gets no text messages.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// Organisations have no telephone to read on.
    #[error("only people get text messages")]
    NoPerson,
    /// There is no confirmed mobile number, or what was sent to it came back.
    #[error("there is no confirmed mobile number")]
    NoMobile,
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Lets a person get text messages from authorities. Says whether that is new.
///
/// # Errors
/// When there is no confirmed mobile number.
pub async fn register(
    work: &mut Work<'_>,
    permit: &Permit<RegisterNemsms>,
    by_staff: bool,
) -> Result<bool, RegisterError> {
    let Holder::Person(person) = permit.on() else { return Err(RegisterError::NoPerson) };
    if !has_mobile(work.tx(), person).await? {
        return Err(RegisterError::NoMobile);
    }
    let is_new = sql::begin(work.tx(), person, by_staff, work.now()).await?;
    if is_new {
        let change = Change::new("nemsms.register", "person", &person).after(&Registered { by_staff });
        work.record(change.concerns(person));
    }
    Ok(is_new)
}

/// Ends that a person gets text messages from authorities. Says whether they did.
///
/// # Errors
/// When the database does not answer.
pub async fn end(work: &mut Work<'_>, permit: &Permit<RegisterNemsms>) -> Result<bool, DbError> {
    let Holder::Person(person) = permit.on() else { return Ok(false) };
    let ended = sql::end(work.tx(), person, work.now()).await?;
    if ended {
        work.record(concerning(Change::new("nemsms.end", "person", &person), permit.on()));
    }
    Ok(ended)
}

/// Whether the person gets text messages from authorities: has asked for them, and has a number that works.
///
/// # Errors
/// When the database does not answer.
pub async fn gets_texts(tx: &Tx, person: Id<PersonTag>) -> Result<bool, DbError> {
    Ok(registration_of(tx, person).await?.is_some() && has_mobile(tx, person).await?)
}

async fn has_mobile(tx: &Tx, person: Id<PersonTag>) -> Result<bool, DbError> {
    let contact = notices::contact(tx, person).await?;
    Ok(contact.is_some_and(|contact| contact.mobile.working().is_some()))
}

/// Where a short message goes.
pub(crate) async fn judge(
    work: &Work<'_>,
    sending: &Sending,
    arrival: &Arrival,
    holder: Option<Holder>,
) -> Result<Judged, TakeError> {
    if let Some(refused) = refuses_sender(sending, arrival) {
        return Ok(Judged::Refuse(refused));
    }
    if !rules::is_fit(text_of(arrival)) {
        return Ok(Judged::Refuse(Refused::UnfitText));
    }
    Ok(match holder {
        Some(Holder::Person(person)) if gets_texts(work.tx(), person).await? => Judged::Text(person),
        Some(_) => Judged::Refuse(Refused::NoTexts),
        None => Judged::Refuse(not_found(arrival, false)),
    })
}

/// Sends a short message, at the time its sender asked for. Several in one work go in the order of their receivers, as all
/// that people are told does.
pub(crate) async fn send(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    arrival: &Arrival,
) -> Result<(), TakeError> {
    let zone = work.realm.zone();
    let at = rules::by_day(arrival.available_at(work.now(), zone), zone);
    let sender = &arrival.header().sender.label;
    match notices::text(work, person, "nemsms", sender, text_of(arrival).trim(), at).await {
        Ok(_) => Ok(()),
        Err(notices::TellError::Db(error)) => Err(error.into()),
        // It was judged a moment ago.
        Err(error) => Err(DbError::Other(error.to_string()).into()),
    }
}

fn text_of(arrival: &Arrival) -> &str {
    arrival.header().notification.as_deref().unwrap_or_default()
}
