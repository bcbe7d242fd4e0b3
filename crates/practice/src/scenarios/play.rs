//! Filling a realm with a scenario, by the operations that everybody uses.

use std::sync::Arc;

use ::scenarios::{App, Document, Kind, LetterError, MitId, Name, Role as Does, Scenario, letter};
use access::Holder;
use basics::{Cpr, Cvr};
use jiff::civil::Time;
use jiff::{SignedDuration, Span};
use mailbox::intake::{Arrival, Sending, TakeError, take_within};
use mailbox::{MailboxError, Way, open_mailbox};
use people::{Kin, NewPerson, OrganisationDetails, OrganisationKind, Role};
use realm::{Realm, Work};
use store::DbError;

use super::act::{ActError, act};
use super::cast::{Cast, CastError, program};
use super::library::library;
use crate::exercises::progress;
use crate::mitid::{self, may_simulate};

/// When the day of a story begins.
const MORNING: Time = Time::constant(9, 0, 0, 0);

/// How many months ago a passport held for the last time, where the story says that it has expired.
const EXPIRED_AGO: i64 = 2;

/// A scenario cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum PlayError {
    /// Made-up people have no place among real ones.
    #[error("a scenario cannot be played in a live realm")]
    LiveRealm,
    /// A letter cannot be written, or was not taken in.
    #[error("letter {key}: {why}")]
    Letter {
        /// Which.
        key: String,
        /// Why.
        why: String,
    },
    /// Somebody cannot be there as the scenario says.
    #[error("{who}: {why}")]
    Person {
        /// Who.
        who: String,
        /// Why.
        why: String,
    },
    /// What has happened before cannot be done.
    #[error("before the story begins: {0}")]
    Already(#[from] ActError),
    /// A mailbox does not open.
    #[error(transparent)]
    Mailbox(#[from] MailboxError),
    /// Nothing could be taken in.
    #[error(transparent)]
    Take(#[from] TakeError),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<CastError> for PlayError {
    fn from(error: CastError) -> Self {
        PlayError::Already(error.into())
    }
}

/// Brings a scenario into a realm, whose clock goes on to the day of the story where that lies ahead: its people with their MitID, their mailboxes with what lies in them, and what has happened
/// between them. Where it has been played already, nothing is done. Says whether it was played now.
///
/// # Errors
/// In a live realm, and when something of it cannot be: then nothing, or not all of it, is there.
pub async fn play(realm: &Arc<Realm>, scenario: &Scenario) -> Result<bool, PlayError> {
    if !may_simulate(realm.kind) {
        return Err(PlayError::LiveRealm);
    }
    if let Some(wait) = until_it_begins(realm, scenario) {
        realm.clock.advance(wait);
    }
    let mut work = realm.work(program()).await?;
    if !progress::begin(&mut work, &scenario.slug).await? {
        return Ok(false);
    }
    organisations(&mut work, scenario).await?;
    people(&mut work, scenario).await?;
    mailboxes(&mut work, scenario).await?;
    letters(&mut work, scenario).await?;
    work.commit().await?;
    let cast = Cast::find(&realm.read().await?, &realm.vault, scenario).await?;
    let cast = cast.ok_or_else(|| CastError::Nobody(scenario.slug.clone()))?;
    for operation in &scenario.already {
        act(realm, &cast, operation).await?;
    }
    Ok(true)
}

/// How long it is until the morning on which the story begins, where that lies ahead. No clock goes back.
pub(crate) fn until_it_begins(realm: &Realm, scenario: &Scenario) -> Option<SignedDuration> {
    let day = scenario.begins_on?;
    let begins = day.date.to_datetime(MORNING).to_zoned(realm.zone().clone()).ok()?.timestamp();
    let wait = begins.duration_since(realm.now());
    wait.is_positive().then_some(wait)
}

async fn organisations(work: &mut Work<'_>, scenario: &Scenario) -> Result<(), PlayError> {
    for organisation in scenario.organisations.values() {
        let refused = |why: String| PlayError::Person { who: organisation.name.text.clone(), why };
        let cvr: Cvr = organisation.cvr.text.parse().map_err(|error| refused(format!("{error}")))?;
        if !people::organisations_by_cvr(work.tx(), &[cvr]).await?.is_empty() {
            continue;
        }
        let kind = match organisation.kind {
            Kind::Authority => OrganisationKind::Authority,
            Kind::Company => OrganisationKind::Company,
            Kind::Association => OrganisationKind::Association,
        };
        let mut details = OrganisationDetails::new(organisation.name.as_str(), kind);
        details.cvr = Some(cvr);
        people::create_organisation(work, details).await.map_err(|error| refused(error.to_string()))?;
    }
    Ok(())
}

async fn people(work: &mut Work<'_>, scenario: &Scenario) -> Result<(), PlayError> {
    for (key, person) in &scenario.people {
        let refused = |why: String| PlayError::Person { who: key.clone(), why };
        let cpr: Cpr = person.cpr.text.parse().map_err(|error| refused(format!("{error}")))?;
        if people::cpr::find(work.tx(), &work.realm.vault, &cpr).await?.is_some() {
            continue;
        }
        let (name, born, subject) =
            (person.name.as_str(), person.born.date, format!("{}{key}", mitid::STORY));
        mitid::add_user(work, key, &subject, name, born).await.map_err(|error| refused(error.to_string()))?;
        mitid::give_cpr(work, key, &cpr).await.map_err(|error| refused(error.to_string()))?;
        set_means(work, key, person).await.map_err(|error| refused(error.to_string()))?;
        let new = NewPerson { name: name.to_owned(), birth_date: Some(born) };
        let row = people::create_person(work, new).await?;
        people::cpr::keep(work, row.id, &cpr).await.map_err(|error| refused(error.to_string()))?;
        people::link_identity(work, "demo", &subject, row.id)
            .await
            .map_err(|error| refused(error.to_string()))?;
    }
    let cast = cast_of(work, scenario).await?;
    for (key, person) in &scenario.people {
        let refused = |why: String| PlayError::Person { who: key.clone(), why };
        let id = cast.person(&named(key))?;
        if let (Some(role), Some(at)) = (person.role, &person.at) {
            let role = match role {
                Does::Signatory => Role::Signatory,
                Does::MailAdministrator => Role::MailAdministrator,
                Does::Employee => Role::Employee,
            };
            let (at, today) = (cast.organisation(at)?, work.today());
            let added = people::add_member(work, id, at, role, today, None).await;
            added.map_err(|error| refused(error.to_string()))?;
        }
        if let Some(parent) = &person.child_of {
            people::note_relatives(work, id, cast.person(parent)?, Kin::Parent).await?;
        }
    }
    Ok(())
}

/// What somebody has of MitID, where that is not everything.
async fn set_means(
    work: &mut Work<'_>,
    key: &str,
    person: &::scenarios::Person,
) -> Result<(), mitid::MeansError> {
    if person.mitid == MitId::default() {
        return Ok(());
    }
    let expired = || work.today().saturating_sub(Span::new().months(EXPIRED_AGO));
    let means = mitid::Means {
        app_active: person.mitid.app == App::Active,
        document_expires_on: (person.mitid.document == Document::Expired).then(expired),
    };
    mitid::set_means(work, key, means).await
}

async fn mailboxes(work: &mut Work<'_>, scenario: &Scenario) -> Result<(), PlayError> {
    let cast = cast_of(work, scenario).await?;
    for (key, person) in &scenario.people {
        if person.mailbox {
            open_mailbox(work, Holder::Person(cast.person(&named(key))?), Way::Digital).await?;
        }
    }
    for key in scenario.organisations.keys() {
        open_mailbox(work, Holder::Organisation(cast.organisation(&named(key))?), Way::Digital).await?;
    }
    Ok(())
}

/// Hands the letters in as real ones are: written as MeMo, and read again.
async fn letters(work: &mut Work<'_>, scenario: &Scenario) -> Result<(), PlayError> {
    let mut arrivals = Vec::new();
    let mut keys: Vec<(&String, u16)> =
        scenario.letters.iter().map(|(key, one)| (key, one.days_ago)).collect();
    // The oldest come first, as they did.
    keys.sort_by_key(|(_, days_ago)| std::cmp::Reverse(*days_ago));
    for (key, _) in &keys {
        let refused = |why: String| PlayError::Letter { key: (*key).clone(), why };
        let beside = scenario.letters[*key].memo.as_ref().and_then(|file| library().beside(file.as_str()));
        let written = letter(scenario, key, work.now(), work.realm.zone(), beside)
            .map_err(|error: LetterError| refused(error.to_string()))?;
        let arrival = Arrival::read(written.memo.as_slice()).map_err(|error| refused(error.why))?;
        arrivals.push(match written.came {
            Some(came) => arrival.that_came(came),
            None => arrival,
        });
    }
    let sending = Sending::by_operator(work.new_uuid());
    let answers = take_within(work, &sending, arrivals).await?;
    for (answer, (key, _)) in answers.into_iter().zip(keys) {
        if !answer.is_taken() {
            let why = answer.reason.unwrap_or_default();
            return Err(PlayError::Letter { key: key.clone(), why });
        }
    }
    Ok(())
}

async fn cast_of<'s>(work: &Work<'_>, scenario: &'s Scenario) -> Result<Cast<'s>, PlayError> {
    let cast = Cast::find(work.tx(), &work.realm.vault, scenario).await?;
    Ok(cast.ok_or_else(|| CastError::Nobody(scenario.slug.clone()))?)
}

fn named(key: &str) -> Name {
    Name { text: key.to_owned(), line: 0 }
}
