//! Whether a goal is reached: read from the realm's own state and audit trail, and never from what was clicked.

use ::scenarios::{Goal, Name, Way, message_uuid};
use access::Holder;
use mailbox::letters::{SENT, Stored};
use mailbox::nemsms;
use memo::Message;
use realm::{AuditRecord, Realm};
use selfservice::applications::{has_draft, has_sent};
use serde::Deserialize;
use store::DbError;

use super::cast::Cast;
use super::mail::{Look, LookError, find, receiver};
use super::mandates::{Wanted, stands};

/// How many records of the audit trail are looked through for one thing or person.
const RECORDS: i64 = 1000;
/// The broker of a sign-in with the simulated MitID.
const MITID: &str = "demo";

/// Whether a goal is reached cannot be found out.
#[derive(Debug, thiserror::Error)]
pub enum GoalError {
    /// A mailbox, or somebody in the scenario, is not there.
    #[error(transparent)]
    Look(#[from] LookError),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<super::CastError> for GoalError {
    fn from(error: super::CastError) -> Self {
        GoalError::Look(error.into())
    }
}

/// Whether all of them are reached.
///
/// # Errors
/// When that cannot be found out.
pub async fn are_met(realm: &Realm, cast: &Cast<'_>, goals: &[Goal]) -> Result<bool, GoalError> {
    for goal in goals {
        if !is_met(realm, cast, goal).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether it is reached. Looking leaves no mark in the sandbox.
///
/// # Errors
/// When that cannot be found out.
pub async fn is_met(realm: &Realm, cast: &Cast<'_>, goal: &Goal) -> Result<bool, GoalError> {
    match goal {
        Goal::Opened { letter, by } => opened(realm, cast, letter, by.as_ref()).await,
        Goal::InFolder { letter, folder } => {
            let Some((found, false)) = find(realm, cast, letter).await? else { return Ok(false) };
            let Some(look) = Look::into(realm, cast, receiver(cast, letter)?).await? else {
                return Ok(false);
            };
            Ok(look.folder(folder).await? == Some(found.folder))
        }
        Goal::Folder { of, name } => {
            let Some(look) = Look::into(realm, cast, of).await? else { return Ok(false) };
            Ok(look.folder(name).await?.is_some())
        }
        Goal::Deleted { letter } => Ok(find(realm, cast, letter).await?.is_some_and(|(_, in_bin)| in_bin)),
        Goal::Replied { letter } => {
            let uuid = message_uuid(cast.scenario, letter.as_str());
            let answers = |message: &Message<Stored>| {
                message.header.reply_data.iter().any(|reply| reply.message_uuid == uuid)
            };
            let Some(look) = Look::into(realm, cast, receiver(cast, letter)?).await? else {
                return Ok(false);
            };
            Ok(look.any(Some(SENT), answers).await?)
        }
        Goal::Forwarded { letter, to } => {
            let uuid = message_uuid(cast.scenario, letter.as_str());
            let is_it = |message: &Message<Stored>| {
                message.header.forward_data.as_ref().is_some_and(|data| data.message_uuid == uuid)
            };
            let Some(look) = Look::into(realm, cast, to).await? else { return Ok(false) };
            Ok(look.any(None, is_it).await?)
        }
        Goal::Written { by, to } => written(realm, cast, by, to).await,
        Goal::Mandate { from, to, power, is, folders, everything, ends } => {
            let folders = folders.as_deref();
            let wanted = Wanted { power, is: *is, folders, everything: *everything, ends: *ends };
            Ok(stands(realm, cast, from, to, &wanted).await?)
        }
        Goal::Reachable { who, by } => {
            let contact = notices::contact(&realm.read().await?, cast.person(who)?).await?;
            Ok(contact.is_some_and(|contact| match by {
                Way::Email => contact.email.in_use.is_some() || contact.email.typed.is_some(),
                Way::Mobile => contact.mobile.in_use.is_some() || contact.mobile.typed.is_some(),
                Way::Address => contact.address.is_some(),
            }))
        }
        Goal::Texts { who } => {
            let found = nemsms::registration_of(&realm.read().await?, cast.person(who)?).await?;
            Ok(found.is_some())
        }
        Goal::Exempt { who } => {
            let holder = Holder::Person(cast.person(who)?);
            let found = enrolment::exemption_of(&realm.read().await?, holder).await?;
            Ok(found.is_some_and(|exemption| exemption.covers.post))
        }
        Goal::Applied { form, by, whose } => {
            let owner = cast.holder(whose.as_ref().unwrap_or(by))?;
            Ok(has_sent(&realm.read().await?, form.as_str(), owner, Some(cast.person(by)?)).await?)
        }
        Goal::Draft { form, by } => {
            Ok(has_draft(&realm.read().await?, form.as_str(), cast.person(by)?).await?)
        }
        Goal::Reported { form, whose, by } => {
            let owner = Holder::Organisation(cast.organisation(whose)?);
            let by = by.as_ref().map(|by| cast.person(by)).transpose()?;
            Ok(has_sent(&realm.read().await?, form.as_str(), owner, by).await?)
        }
        Goal::SignedIn { who } => {
            let records = realm::concerning(&realm.read().await?, cast.person(who)?, RECORDS).await?;
            Ok(records.iter().any(is_sign_in))
        }
        Goal::Audit { action, by, about } => recorded(realm, cast, action, by.as_ref(), about.as_ref()).await,
    }
}

async fn opened(realm: &Realm, cast: &Cast<'_>, letter: &Name, by: Option<&Name>) -> Result<bool, GoalError> {
    let Some((found, _)) = find(realm, cast, letter).await? else { return Ok(false) };
    let reader = match by {
        Some(by) => cast.person(by)?,
        None => cast.hands_of(receiver(cast, letter)?)?,
    };
    let tx = realm.read().await?;
    let history = realm::subject_history(&tx, "letter", &found.id.to_string(), RECORDS).await?;
    Ok(history.iter().any(|record| record.action == "letter.open" && record.actor == Some(reader)))
}

async fn written(realm: &Realm, cast: &Cast<'_>, by: &Name, to: &Name) -> Result<bool, GoalError> {
    // Before the mailbox is looked into: a sandbox has one connection to read with.
    let organisation = people::organisation(&realm.read().await?, cast.organisation(to)?).await?;
    let Some(cvr) = organisation.and_then(|organisation| organisation.cvr) else { return Ok(false) };
    let Some(look) = Look::into(realm, cast, by).await? else { return Ok(false) };
    let cvr = cvr.to_string();
    let is_new_to = |message: &Message<Stored>| {
        let header = &message.header;
        header.recipient.recipient_id == cvr && header.reply_data.is_empty() && header.forward_data.is_none()
    };
    Ok(look.any(Some(SENT), is_new_to).await?)
}

#[derive(Deserialize)]
struct Session {
    broker: String,
}

fn is_sign_in(record: &AuditRecord) -> bool {
    let session: Option<Session> = record.after.as_deref().and_then(|after| serde_json::from_str(after).ok());
    record.action == "session.start" && session.is_some_and(|session| session.broker == MITID)
}

async fn recorded(
    realm: &Realm,
    cast: &Cast<'_>,
    action: &Name,
    by: Option<&Name>,
    about: Option<&Name>,
) -> Result<bool, GoalError> {
    let by = by.map(|name| cast.person(name)).transpose()?;
    let about = about.map(|name| cast.person(name)).transpose()?;
    let tx = realm.read().await?;
    let Some(whose) = by.or(about) else { return Ok(realm::last(&tx, action.as_str()).await?.is_some()) };
    let records = realm::concerning(&tx, whose, RECORDS).await?;
    Ok(records.iter().any(|record| {
        record.action == action.text
            && by.is_none_or(|by| record.actor == Some(by))
            && about.is_none_or(|about| record.concerns == Some(about))
    }))
}
