//! Doing what an operation of a scenario says, as the person who does it and by the operations that everybody uses.

use std::sync::Arc;

use ::scenarios::{Means, Name, Operation, With};
use access::mandates::{
    By, Limits, MandateError, State, Terms, ask, await_signature, begin, given_by, reject, sign, withdraw,
};
use access::{
    ActInService, DeleteMail, Exempt, Holder, ManageMandates, ReadMail, RegisterNemsms, SortMail, WriteMail,
    allow,
};
use basics::{Id, Language};
use enrolment::{AskedBy, Covers, ExemptionError, Request};
use jiff::ToSpan as _;
use mailbox::folders::{FolderError, make_folder};
use mailbox::nemsms::{self, RegisterError};
use mailbox::reading::note_opened;
use mailbox::sorting::{MoveError, delete_letters, move_letters};
use mailbox::writing::{Draft, ForwardTo, WriteError, forward, reply, write_new};
use mailbox::{Mailbox, MailboxError};
use notices::{AskError, CodeAnswer, ContactError, PostalAddress};
use page::Problem;
use realm::{PersonTag, Realm, Work};
use selfservice::applications::{ApplicationError, apply, begin_example};
use store::DbError;

use super::cast::{Cast, CastError, program, today};
use super::mail::{Look, LookError, find, receiver};
use super::mandates::is_to;
use super::telephone;
use crate::mitid::{self, CannotPractise, Practised};

/// How long a mandate lasts where nothing is said, in days.
const A_YEAR: u16 = 365;

/// What an operation says cannot be done.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// They may not.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// It cannot be done as things stand.
    #[error("{0}")]
    Cannot(String),
    /// Somebody or something is not there.
    #[error(transparent)]
    Look(#[from] LookError),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<Problem> for ActError {
    fn from(problem: Problem) -> Self {
        ActError::Refused(problem.key)
    }
}

impl From<CastError> for ActError {
    fn from(error: CastError) -> Self {
        ActError::Look(error.into())
    }
}

macro_rules! cannot {
    ($($error:ty),*) => {
        $(impl From<$error> for ActError {
            fn from(error: $error) -> Self {
                ActError::Cannot(error.to_string())
            }
        })*
    };
}

cannot!(
    MailboxError,
    FolderError,
    MoveError,
    WriteError,
    MandateError,
    ExemptionError,
    RegisterError,
    AskError,
    ContactError,
    ApplicationError,
    CannotPractise
);

/// Does it, in a piece of work of its own.
///
/// # Errors
/// When they may not, or it cannot be done as things stand.
pub async fn act(realm: &Arc<Realm>, cast: &Cast<'_>, operation: &Operation) -> Result<(), ActError> {
    match operation {
        Operation::Open { letter, by } => open(realm, cast, letter, by.as_ref()).await,
        Operation::MakeFolder { of, name } => {
            let work = work_of(realm, cast, cast.hands_of(of)?).await?;
            let (mut work, permit) = allow::<SortMail>(work, cast.holder(of)?).await?;
            make_folder(&mut work, &permit, name.as_str(), None).await?;
            Ok(work.commit().await?)
        }
        Operation::Move { letter, to } => {
            let (whose, mailbox, found) = letter_of(realm, cast, letter).await?;
            let folder = folder(realm, cast, whose, to).await?;
            let work = work_of(realm, cast, cast.hands_of(whose)?).await?;
            let (mut work, permit) = allow::<SortMail>(work, mailbox.holder).await?;
            move_letters(&mut work, &permit, &mailbox, &[found.id], folder).await?;
            Ok(work.commit().await?)
        }
        Operation::Delete { letter } => {
            let (whose, mailbox, found) = letter_of(realm, cast, letter).await?;
            let work = work_of(realm, cast, cast.hands_of(whose)?).await?;
            let (mut work, permit) = allow::<DeleteMail>(work, mailbox.holder).await?;
            delete_letters(&mut work, &permit, &mailbox, &[found.id]).await?;
            Ok(work.commit().await?)
        }
        Operation::Reply { letter, text, by } => {
            let (whose, mailbox, found) = letter_of(realm, cast, letter).await?;
            let who = person_or_hands(cast, by.as_ref(), whose)?;
            let (mut work, permit) =
                allow::<WriteMail>(work_of(realm, cast, who).await?, mailbox.holder).await?;
            let draft = Draft { text: text.text.clone(), ..Draft::default() };
            reply(&mut work, &permit, &mailbox, &found, &draft).await?;
            Ok(work.commit().await?)
        }
        Operation::Forward { letter, to } => send_on(realm, cast, letter, to).await,
        Operation::Write { by, to, subject, text } => {
            let mailbox = mailbox_of(realm, cast, by).await?;
            let work = work_of(realm, cast, cast.hands_of(by)?).await?;
            let (mut work, permit) = allow::<WriteMail>(work, mailbox.holder).await?;
            let (subject, text) = (subject.text.clone(), text.text.clone());
            let draft = Draft { subject, text, ..Draft::default() };
            write_new(&mut work, &permit, &mailbox, cast.organisation(to)?, &draft).await?;
            Ok(work.commit().await?)
        }
        Operation::Give { from, to, power, folders, days } => {
            let terms = terms(realm, cast, from, power, folders.as_deref(), *days).await?;
            let work = work_of(realm, cast, cast.hands_of(from)?).await?;
            let (mut work, permit) = allow::<ManageMandates>(work, cast.holder(from)?).await?;
            let by = By::Giver(&permit);
            let draft = begin(&mut work, by, cast.holder(from)?, cast.party(from, to)?, None, terms).await?;
            sign(&mut work, by, draft.id).await?;
            Ok(work.commit().await?)
        }
        Operation::Ask { from, to, power } => request(realm, cast, from, to, power, false).await,
        Operation::Paper { from, to, power } => request(realm, cast, from, to, power, true).await,
        Operation::Answer { from, to, yes } => decide(realm, cast, from, to, Some(*yes)).await,
        Operation::Withdraw { from, to } => decide(realm, cast, from, to, None).await,
        Operation::Contact { who, email, mobile, street, town } => {
            let person = cast.person(who)?;
            let mut work = work_of(realm, cast, person).await?;
            if let Some(email) = email {
                notices::ask_email(&mut work, person, email.as_str()).await?;
            }
            if let Some(mobile) = mobile {
                notices::ask_mobile(&mut work, person, mobile.as_str()).await?;
            }
            if let (Some(street), Some(town)) = (street, town) {
                let (postcode, town) = town.text.split_once(' ').unwrap_or_default();
                let address = PostalAddress {
                    street: street.text.clone(),
                    extra: String::new(),
                    postcode: postcode.to_owned(),
                    town: town.to_owned(),
                };
                notices::set_address(&mut work, person, Some(address)).await?;
            }
            Ok(work.commit().await?)
        }
        Operation::Texts { who, mobile } => asks_for_texts(realm, cast, who, mobile).await,
        Operation::Apply { form, by, whose } => fill_in(realm, cast, form, by, whose.as_ref(), true).await,
        Operation::BeginForm { form, by, whose } => {
            fill_in(realm, cast, form, by, whose.as_ref(), false).await
        }
        Operation::Exempt { who } => {
            let person = cast.person(who)?;
            let work = work_of(realm, cast, person).await?;
            let (mut work, permit) = allow::<Exempt>(work, Holder::Person(person)).await?;
            let request = Request {
                covers: Covers { post: true, self_service: true },
                declared_on_honour: true,
                older_mail_on_paper: false,
                asked_by: AskedBy::Holder,
            };
            enrolment::exempt(&mut work, &permit, request).await?;
            Ok(work.commit().await?)
        }
        Operation::WrongCode { who, times } => with_mitid(realm, who, &Practised::WrongCodes(*times)).await,
        Operation::RecoverName { who } => {
            let person = cast.scenario.people.get(who.as_str());
            let person = person.ok_or_else(|| CastError::Nobody(who.text.clone()))?;
            let no_number = |_| ActError::Cannot(format!("{who} has no number"));
            let cpr = person.cpr.text.parse().map_err(no_number)?;
            with_mitid(realm, who, &Practised::RecoverName(person.name.text.clone(), cpr)).await
        }
        Operation::ActivateApp { who, by } => {
            let by = match by {
                Means::Chip => Practised::ReadChip,
                Means::Letter => Practised::CodeInALetter,
                Means::Counter => Practised::CodeAtTheCounter,
            };
            with_mitid(realm, who, &by).await
        }
        Operation::SignIn { who, with } => {
            let person = cast.person(who)?;
            match with {
                Some(With::App) => with_mitid(realm, who, &Practised::ApproveInApp).await?,
                Some(With::CodeDevice) => with_mitid(realm, who, &Practised::TypeCode).await?,
                None => {}
            }
            let mut work = work_of(realm, cast, person).await?;
            people::session::start(&mut work, person, "demo").await?;
            Ok(work.commit().await?)
        }
    }
}

/// Does something with the simulated MitID, where nobody is signed in yet.
async fn with_mitid(realm: &Realm, who: &Name, what: &Practised) -> Result<(), ActError> {
    let mut work = realm.work(program()).await?;
    mitid::practise(&mut work, who.as_str(), what).await?;
    Ok(work.commit().await?)
}

/// Fills in the example of a form; and signs and sends it, where `is_sent` says so.
async fn fill_in(
    realm: &Realm,
    cast: &Cast<'_>,
    form: &Name,
    by: &Name,
    whose: Option<&Name>,
    is_sent: bool,
) -> Result<(), ActError> {
    let no_form = || ActError::Cannot(format!("there is no form {form}"));
    let form = selfservice::forms::form(form.as_str()).ok_or_else(no_form)?;
    let owner = cast.holder(whose.unwrap_or(by))?;
    let work = work_of(realm, cast, cast.person(by)?).await?;
    let (mut work, permit) = allow::<ActInService>(work, owner).await?;
    if is_sent {
        apply(&mut work, &permit, form, words::words(Language::Da)).await?;
    } else {
        begin_example(&mut work, &permit, form).await?;
    }
    Ok(work.commit().await?)
}

async fn open(realm: &Realm, cast: &Cast<'_>, letter: &Name, by: Option<&Name>) -> Result<(), ActError> {
    let (whose, mailbox, found) = letter_of(realm, cast, letter).await?;
    let reader = person_or_hands(cast, by, whose)?;
    let (mut work, permit) = allow::<ReadMail>(work_of(realm, cast, reader).await?, mailbox.holder).await?;
    note_opened(&mut work, &permit, &mailbox, reader, found.id).await?;
    Ok(work.commit().await?)
}

async fn send_on(realm: &Realm, cast: &Cast<'_>, letter: &Name, to: &Name) -> Result<(), ActError> {
    let (whose, mailbox, found) = letter_of(realm, cast, letter).await?;
    let no_number = |_| ActError::Cannot(format!("{to} has no number that a letter could go to"));
    let receiver = match cast.scenario.people.get(to.as_str()) {
        Some(person) => ForwardTo::Person(person.cpr.text.parse().map_err(|_| no_number(()))?),
        None => {
            let organisation = cast.scenario.organisations.get(to.as_str());
            let organisation = organisation.ok_or_else(|| CastError::Nobody(to.text.clone()))?;
            ForwardTo::Organisation(organisation.cvr.text.parse().map_err(|_| no_number(()))?)
        }
    };
    let work = work_of(realm, cast, cast.hands_of(whose)?).await?;
    let (mut work, permit) = allow::<SortMail>(work, mailbox.holder).await?;
    forward(&mut work, &permit, &mailbox, &found, &receiver, "", None).await?;
    Ok(work.commit().await?)
}

/// Asks for a mandate, or puts it on paper for the giver to sign.
async fn request(
    realm: &Realm,
    cast: &Cast<'_>,
    from: &Name,
    to: &Name,
    power: &Name,
    on_paper: bool,
) -> Result<(), ActError> {
    let terms = terms(realm, cast, from, power, None, None).await?;
    let person = cast.person(to)?;
    let mut work = work_of(realm, cast, person).await?;
    let by = By::Holder(person);
    let draft = begin(&mut work, by, cast.holder(from)?, cast.party(from, to)?, None, terms).await?;
    if on_paper {
        await_signature(&mut work, by, draft.id).await?;
    } else {
        ask(&mut work, by, draft.id).await?;
    }
    Ok(work.commit().await?)
}

/// Says yes or no to a request, or takes back what is in force.
async fn decide(
    realm: &Realm,
    cast: &Cast<'_>,
    from: &Name,
    to: &Name,
    yes: Option<bool>,
) -> Result<(), ActError> {
    let party = cast.party(from, to)?;
    let work = work_of(realm, cast, cast.hands_of(from)?).await?;
    let (mut work, permit) = allow::<ManageMandates>(work, cast.holder(from)?).await?;
    let wanted = if yes.is_some() { State::Requested } else { State::Active };
    let all = given_by(work.tx(), cast.holder(from)?).await?;
    let found = all.iter().find(|mandate| mandate.state == wanted && is_to(mandate, party));
    let id = found.ok_or_else(|| ActError::Cannot(format!("{to} has nothing of {from} to decide about")))?.id;
    let by = By::Giver(&permit);
    match yes {
        Some(true) => sign(&mut work, by, id).await?,
        Some(false) => reject(&mut work, by, id).await?,
        None => withdraw(&mut work, by, id).await?,
    };
    Ok(work.commit().await?)
}

async fn terms(
    realm: &Realm,
    cast: &Cast<'_>,
    from: &Name,
    power: &Name,
    folders: Option<&[Name]>,
    days: Option<u16>,
) -> Result<Terms, ActError> {
    let mut limits = Limits::default();
    if let Some(folders) = folders {
        let mut ids = Vec::new();
        for name in folders {
            ids.push(folder(realm, cast, from, name).await?.uuid());
        }
        limits.folders = Some(ids);
    }
    let starts_on = today(realm);
    Ok(Terms {
        powers: vec![power.text.clone()],
        starts_on,
        ends_on: Some(starts_on.saturating_add(i64::from(days.unwrap_or(A_YEAR)).days())),
        with_past_mail: true,
        limits,
    })
}

/// Gives the number, types the code that comes, and asks for text messages from authorities.
async fn asks_for_texts(
    realm: &Arc<Realm>,
    cast: &Cast<'_>,
    who: &Name,
    mobile: &Name,
) -> Result<(), ActError> {
    let person = cast.person(who)?;
    let mut work = work_of(realm, cast, person).await?;
    let typed = notices::contact(work.tx(), person).await?.and_then(|contact| contact.mobile.typed);
    // Whose number waits for its code already needs no second one.
    if typed.as_deref() != Some(mobile.as_str()) {
        notices::ask_mobile(&mut work, person, mobile.as_str()).await?;
    }
    work.commit().await?;
    let code = telephone::code(realm).await?.unwrap_or_default();
    let mut work = work_of(realm, cast, person).await?;
    let answer = notices::confirm_code(&mut work, person, &code).await?;
    work.commit().await?;
    if answer != CodeAnswer::Right {
        return Err(ActError::Cannot("no code came that confirms the number".to_owned()));
    }
    let work = work_of(realm, cast, person).await?;
    let (mut work, permit) = allow::<RegisterNemsms>(work, Holder::Person(person)).await?;
    nemsms::register(&mut work, &permit, false).await?;
    Ok(work.commit().await?)
}

async fn work_of<'r>(realm: &'r Realm, cast: &Cast<'_>, who: Id<PersonTag>) -> Result<Work<'r>, DbError> {
    realm.work(cast.actor(who)).await
}

fn person_or_hands(cast: &Cast<'_>, by: Option<&Name>, whose: &Name) -> Result<Id<PersonTag>, CastError> {
    match by {
        Some(by) => cast.person(by),
        None => cast.hands_of(whose),
    }
}

async fn mailbox_of(realm: &Realm, cast: &Cast<'_>, whose: &Name) -> Result<Mailbox, LookError> {
    let look = Look::into(realm, cast, whose).await?;
    look.map(|look| look.mailbox).ok_or_else(|| LookError::NoMailbox(whose.text.clone()))
}

async fn letter_of<'s>(
    realm: &Realm,
    cast: &Cast<'s>,
    letter: &Name,
) -> Result<(&'s Name, Mailbox, mailbox::letters::Letter), LookError> {
    let whose = receiver(cast, letter)?;
    let mailbox = mailbox_of(realm, cast, whose).await?;
    let found = find(realm, cast, letter).await?;
    let (found, _) = found.ok_or_else(|| LookError::NoLetter(letter.text.clone()))?;
    Ok((whose, mailbox, found))
}

async fn folder(
    realm: &Realm,
    cast: &Cast<'_>,
    whose: &Name,
    name: &Name,
) -> Result<Id<mailbox::letters::FolderTag>, LookError> {
    let look = Look::into(realm, cast, whose).await?;
    let look = look.ok_or_else(|| LookError::NoMailbox(whose.text.clone()))?;
    look.folder(name).await?.ok_or_else(|| LookError::NoFolder(name.text.clone()))
}
