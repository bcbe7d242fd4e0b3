//! What people fill in: begun, kept at every step, and signed once.
//!
//! A draft belongs to whoever fills it in, and nobody else sees it. What was typed is kept as it was typed, also where it is wrong, so
//! that it is there again after a break. Signing is done once, however often the button is pressed.

mod asked;
mod model;
mod receipt;
mod sql;

use access::mandates::Thing;
use access::{ActInService, Action, Holder, Permit};
use basics::Id;
use mailbox::MailboxError;
use mailbox::intake::TakeError;
use people::cpr::ReadCprError;
use realm::{Change, PersonTag, Work};
use serde::Serialize;
use store::{DbError, Tx};
use vault::Keyring;
use words::Words;

pub use asked::{apply, begin_example, has_draft, has_sent};
pub use model::{Application, ApplicationTag, State};
pub(crate) use receipt::outcome;

use crate::forms::{Answers, Form, LAST, MOST_TYPED, Step};

/// Something cannot be done with an application.
#[derive(Debug, thiserror::Error)]
pub enum ApplicationError {
    /// The permit does not reach the service of the form.
    #[error("this does not open the service of the form")]
    OtherService,
    /// There is none, or it is somebody else's.
    #[error("there is no such application")]
    NotThere,
    /// It was signed, and stays as it is.
    #[error("the application was sent")]
    Sent,
    /// Something is missing or wrong on this step.
    #[error("something is missing on the step {}", .0.slug)]
    Unfinished(&'static Step),
    /// What is kept does not open.
    #[error("what is kept of the application does not open")]
    Closed,
    /// The letter cannot be put into the mailbox.
    #[error("the letter cannot be put: {0}")]
    Letter(#[from] TakeError),
    /// The mailbox does not open.
    #[error(transparent)]
    Mailbox(#[from] MailboxError),
    /// The number that a letter is addressed to does not open.
    #[error(transparent)]
    Cpr(#[from] ReadCprError),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What the audit trail says of an application; never what was answered.
#[derive(Serialize)]
struct Said<'a> {
    form: &'a str,
    owner: Holder,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
}

/// Whether leave to do something reaches the service of a form.
#[must_use]
pub fn reaches<A: Action>(permit: &Permit<A>, form: &Form) -> bool {
    permit.reach().includes(&Thing { service: Some(form.service), ..Thing::default() })
}

/// Begins a form for the owner, or finds the draft that whoever acts has of it.
///
/// # Errors
/// When the permit does not reach the form, nobody in particular acts, or the database does not answer.
pub async fn begin(
    work: &mut Work<'_>,
    permit: &Permit<ActInService>,
    form: &'static Form,
) -> Result<Application, ApplicationError> {
    if !reaches(permit, form) {
        return Err(ApplicationError::OtherService);
    }
    let author = work.actor.person.ok_or(ApplicationError::NotThere)?;
    let new = Application {
        id: work.new_id(),
        form,
        owner: permit.on(),
        author,
        answers: Answers::new(),
        state: State::Draft,
        begun_at: work.now(),
        saved_at: work.now(),
        sent_at: None,
        number: None,
        letter: None,
    };
    if sql::insert(work, &new).await? {
        record(work, "application.begin", &new, None);
        return Ok(new);
    }
    let found = sql::draft(work.tx(), &work.realm.vault, form, new.owner, author).await?;
    found.ok_or(ApplicationError::NotThere)
}

/// Keeps what was typed on a step, right or wrong; what the other steps say stays.
///
/// # Errors
/// When it is not a draft of whoever acts, the permit does not reach it, or the database does not answer.
pub async fn keep(
    work: &mut Work<'_>,
    permit: &Permit<ActInService>,
    id: Id<ApplicationTag>,
    step: &'static Step,
    typed: &Answers,
) -> Result<Application, ApplicationError> {
    let mut application = own(work, permit, id).await?;
    if application.state == State::Sent {
        return Err(ApplicationError::Sent);
    }
    for field in step.fields {
        let answer = typed.get(field.name).map_or("", String::as_str);
        let answer: String = answer.chars().filter(|c| *c != '\r' && *c != '\0').take(MOST_TYPED).collect();
        application.answers.insert(field.name.to_owned(), answer);
    }
    application.saved_at = work.now();
    sql::save(work, &application).await?;
    record(work, "application.save", &application, Some(step.slug));
    Ok(application)
}

/// Signs a draft and sends it: it gets its number, and the owner a letter about it, in the language of `words`. What was sent already is
/// given as it is.
///
/// # Errors
/// When it is not of whoever acts, the permit does not reach it, something of it is missing or wrong, the letter cannot be
/// put into the mailbox, or the database does not answer.
pub async fn sign(
    work: &mut Work<'_>,
    permit: &Permit<ActInService>,
    id: Id<ApplicationTag>,
    words: &Words,
) -> Result<Application, ApplicationError> {
    let mut application = own(work, permit, id).await?;
    if application.state == State::Sent {
        return Ok(application);
    }
    let form = application.form;
    let checked = form.check(&application.answers, work.today()).map_err(ApplicationError::Unfinished)?;
    application.state = State::Sent;
    (application.saved_at, application.sent_at) = (work.now(), Some(work.now()));
    application.number = Some(number(work));
    application.letter = receipt::put(work, &application, &checked, words).await?;
    sql::save(work, &application).await?;
    record(work, "application.send", &application, Some(LAST));
    Ok(application)
}

/// Throws a draft away.
///
/// # Errors
/// When it is not a draft of whoever acts, the permit does not reach it, or the database does not answer.
pub async fn discard(
    work: &mut Work<'_>,
    permit: &Permit<ActInService>,
    id: Id<ApplicationTag>,
) -> Result<(), ApplicationError> {
    let application = own(work, permit, id).await?;
    if application.state == State::Sent {
        return Err(ApplicationError::Sent);
    }
    sql::delete(work.tx(), id).await?;
    record(work, "application.discard", &application, None);
    Ok(())
}

/// The application of this id.
///
/// # Errors
/// When it does not open, or the database does not answer.
pub async fn application(
    tx: &Tx,
    vault: &Keyring,
    id: Id<ApplicationTag>,
) -> Result<Option<Application>, ApplicationError> {
    sql::by_id(tx, vault, id).await
}

/// What somebody has begun and not sent, and what was sent by them or about them; the latest first.
///
/// # Errors
/// When one of them does not open, or the database does not answer.
pub async fn applications_of(
    tx: &Tx,
    vault: &Keyring,
    person: Id<PersonTag>,
) -> Result<Vec<Application>, ApplicationError> {
    sql::of_person(tx, vault, person).await
}

/// What was sent about an owner, the latest first.
///
/// # Errors
/// When one of them does not open, or the database does not answer.
pub async fn sent_of(tx: &Tx, vault: &Keyring, owner: Holder) -> Result<Vec<Application>, ApplicationError> {
    sql::sent_of(tx, vault, owner).await
}

/// An application of whoever acts, kept from others until the work ends.
async fn own(
    work: &Work<'_>,
    permit: &Permit<ActInService>,
    id: Id<ApplicationTag>,
) -> Result<Application, ApplicationError> {
    let found = sql::lock(work.tx(), &work.realm.vault, id).await?.ok_or(ApplicationError::NotThere)?;
    if work.actor.person != Some(found.author) || found.owner != permit.on() {
        return Err(ApplicationError::NotThere);
    }
    if reaches(permit, found.form) { Ok(found) } else { Err(ApplicationError::OtherService) }
}

fn record(work: &mut Work<'_>, action: &'static str, application: &Application, step: Option<&str>) {
    let said = Said {
        form: application.form.slug,
        owner: application.owner,
        step,
        number: application.number.as_deref(),
    };
    let change = Change::new(action, "application", &application.id).after(&said);
    work.record(match application.owner {
        Holder::Person(person) => change.concerns(person),
        Holder::Organisation(_) => change,
    });
}

/// A number that can be read aloud: eight digits by chance, in two groups.
fn number(work: &Work<'_>) -> String {
    let mut random = [0; 4];
    work.realm.chance.fill(&mut random);
    let digits = u32::from_le_bytes(random) % 100_000_000;
    format!("{:04} {:04}", digits / 10_000, digits % 10_000)
}
