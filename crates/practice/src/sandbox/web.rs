//! Opening a sandbox, and the pages about it: its telephone, who to be in it, its clock, its end.

use std::sync::Arc;

use askama::Template;
use axum::extract::FromRequestParts;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use basics::Id;
use http::StatusCode;
use http::header::SET_COOKIE;
use http::request::Parts;
use jiff::SignedDuration;
use page::{Form, May, PhoneScreen, Problem, Query, Routes, Shell, Visit, html};
use people::session;
use realm::{Actor, PersonTag, Realm, RealmKind, Via};
use serde::Deserialize;
use store::DbError;

use super::phone::{note_seen, telephone_messages};
use super::{Key, NotOpened, Opened, PretendMessage, Sandboxes, Seat};
use crate::exercises::{Audiences, by_audience};
use crate::mitid::{self, BROKER, PracticeUser};

/// The page that says what practising is, outside every sandbox.
const OUTSIDE: &str = "/oev";
/// As far as a clock is moved at once, in days: beyond a season there is nothing to wait for.
const LONGEST_WAIT: i64 = 100;
/// How many people the page names.
const SHOWN_PEOPLE: usize = 40;

/// The routes of opening a sandbox, and those within one.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get(OUTSIDE, May::Anyone, get(outside))
        .post(OUTSIDE, May::Anyone, post(open))
        .get("/oev/{*rest}", May::Anyone, get(gone))
        .post("/oev/{*rest}", May::Anyone, post(gone))
        .get("/oevelse/telefon", May::Anyone, get(telephone))
        .get("/oevelse/person", May::Anyone, get(who))
        .post("/oevelse/person", May::Anyone, post(become_somebody))
        .post("/oevelse/tid", May::Anyone, post(move_clock))
        .post("/oevelse/forfra", May::Anyone, post(reset))
        .post("/oevelse/slut", May::Anyone, post(end))
}

/// A visit to a sandbox. What is only for sandboxes takes its visit through this, so that elsewhere there is nothing to be found.
pub struct SandboxVisit {
    /// The visit.
    pub visit: Visit,
    /// The key of the sandbox.
    pub key: Key,
    /// By which of its doors they came.
    pub seat: Seat,
    /// All of them.
    pub sandboxes: Arc<Sandboxes>,
}

impl<S: Sync> FromRequestParts<S> for SandboxVisit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Ok(visit) = Visit::from_request_parts(parts, state).await;
        let sandboxes = parts.extensions.get::<Arc<Sandboxes>>().cloned();
        match (visit.realm.kind, Key::seated(&visit.realm), sandboxes) {
            (RealmKind::Sandbox, Some((key, seat)), Some(sandboxes)) => {
                Ok(Self { visit, key, seat, sandboxes })
            }
            _ => Err(Problem::not_found()),
        }
    }
}

/// A visit outside every sandbox, in a program where one can be opened.
pub struct OutsideVisit(pub Visit, pub Arc<Sandboxes>);

impl<S: Sync> FromRequestParts<S> for OutsideVisit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Ok(visit) = Visit::from_request_parts(parts, state).await;
        match parts.extensions.get::<Arc<Sandboxes>>() {
            Some(sandboxes) if visit.realm.kind != RealmKind::Sandbox => Ok(Self(visit, sandboxes.clone())),
            _ => Err(Problem::not_found()),
        }
    }
}

#[derive(Deserialize)]
struct Asked {
    /// Set after the end of a sandbox, to say so.
    slut: Option<String>,
}

#[derive(Template)]
#[template(path = "sandbox/outside.html")]
struct OutsidePage {
    shell: Shell,
    ended: bool,
    groups: Vec<Audiences>,
}

async fn outside(OutsideVisit(visit, _): OutsideVisit, Query(asked): Query<Asked>) -> Response {
    let shell = visit.shell(visit.words.t("practice-outside-title")).crumb(visit.words.t("front-page"), "/");
    html(&OutsidePage { shell, ended: asked.slut.is_some(), groups: by_audience(&visit) })
}

#[derive(Default, Deserialize)]
struct Wanted {
    /// The world to begin in.
    world: Option<String>,
    /// Begin as nobody, at the page where one logs in.
    log_in: Option<String>,
}

async fn open(
    OutsideVisit(visit, sandboxes): OutsideVisit,
    form: Result<Form<Wanted>, Problem>,
) -> Result<Response, Problem> {
    // Whoever sends no form wants nothing in particular.
    let wanted = form.map(|Form(wanted)| wanted).unwrap_or_default();
    let world = wanted.world.as_deref().filter(|world| !world.is_empty());
    let opened = sandboxes.open(world).await;
    let mut opened = opened.map_err(|why| refused(&why).next("practice-again", OUTSIDE))?;
    if wanted.log_in.is_some() {
        opened.start.user_name = None;
        "/log-ind".clone_into(&mut opened.start.path);
    }
    let realm = opened.realm.clone();
    let response = enter(&visit, opened).await?;
    // What the world has ordered, such as telling of its letters, is done behind the answer.
    tokio::spawn(async move { sandboxes.work_off(&realm).await });
    Ok(response)
}

/// Why there is no sandbox, as the person meets it.
#[must_use]
pub fn refused(why: &NotOpened) -> Problem {
    match why {
        NotOpened::NoSuchWorld | NotOpened::Gone => Problem::not_found(),
        NotOpened::TooMany | NotOpened::NoRoom => {
            tracing::warn!(%why, "no sandbox was opened");
            Problem::own(StatusCode::SERVICE_UNAVAILABLE, "practice-full")
        }
        _ => {
            tracing::error!(%why, "no sandbox was opened");
            Problem::unavailable()
        }
    }
}

/// Sends whoever opened a sandbox to where they begin, signed in as whom they are there.
///
/// # Errors
/// When the sandbox's database does not answer.
pub async fn enter(visit: &Visit, opened: Opened) -> Result<Response, Problem> {
    let Opened { realm, start } = opened;
    let to = Redirect::to(&format!("{}{}", realm.prefix, start.path));
    let person = match &start.user_name {
        Some(user_name) => person(&realm, user_name).await?,
        None => None,
    };
    let Some(person) = person else { return Ok(to.into_response()) };
    let secret = sign_in(&realm, person).await?;
    Ok(([(SET_COOKIE, session::set_cookie(&visit.site, &realm.prefix, &secret))], to).into_response())
}

/// Who a user name of the simulated MitID is.
pub(crate) async fn person(realm: &Realm, user_name: &str) -> Result<Option<Id<PersonTag>>, DbError> {
    let tx = realm.read().await?;
    let Some(subject) = mitid::subject(&tx, user_name).await? else { return Ok(None) };
    Ok(people::person_by_identity(&tx, BROKER, &subject).await?.map(|person| person.id))
}

/// Signs somebody in without asking: in a sandbox nobody is anybody. Gives the secret for the cookie.
pub(crate) async fn sign_in(realm: &Realm, person: Id<PersonTag>) -> Result<String, DbError> {
    let mut work = realm.work(Actor::program("practice", Via::Program)).await?;
    let secret = session::start(&mut work, person, BROKER).await?;
    work.commit().await?;
    Ok(secret)
}

/// An address of a sandbox that is not there, or cannot be opened just now.
async fn gone(OutsideVisit(visit, sandboxes): OutsideVisit) -> Problem {
    // As it stands in the address: what is a key only after decoding leads nowhere.
    let rest = visit.uri.path().strip_prefix(realm::SANDBOXES);
    let key = rest.and_then(|rest| Key::in_address(rest.split('/').next()?));
    let problem = match key.map(|(key, _)| key) {
        Some(key) if sandboxes.has(&key) => Problem::unavailable(),
        Some(key) if sandboxes.ended_by_upgrade(&key) => {
            Problem::own(StatusCode::NOT_FOUND, "practice-upgraded")
        }
        Some(_) => Problem::own(StatusCode::NOT_FOUND, "practice-over"),
        None => Problem::not_found(),
    };
    problem.next("practice-again", OUTSIDE)
}

async fn reset(SandboxVisit { visit, key, sandboxes, .. }: SandboxVisit) -> Result<Response, Problem> {
    let opened = sandboxes.reset(&key).await.map_err(|why| refused(&why))?;
    let realm = opened.realm.clone();
    let response = enter(&visit, opened).await?;
    tokio::spawn(async move { sandboxes.work_off(&realm).await });
    Ok(response)
}

async fn end(SandboxVisit { visit, key, sandboxes, .. }: SandboxVisit) -> Result<Response, Problem> {
    sandboxes.end(&key).await.map_err(|why| refused(&why))?;
    let cookie = session::clear_cookie(&visit.site, &visit.realm.prefix);
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&format!("{OUTSIDE}?slut=1"))).into_response())
}

struct Shown {
    message: PretendMessage,
    when: String,
    paragraphs: Vec<String>,
}

#[derive(Template)]
#[template(path = "sandbox/telephone.html")]
struct TelephonePage {
    shell: Shell,
    messages: Vec<Shown>,
    now: String,
}

async fn telephone(SandboxVisit { visit, .. }: SandboxVisit) -> Result<Response, Problem> {
    let messages = telephone_messages(&visit.realm).await?;
    if messages.iter().any(|message| !message.seen) {
        let work = visit.realm.work(visit.actor()).await?;
        note_seen(work.tx()).await?;
        work.commit().await?;
        visit.realm.keep.get::<PhoneScreen>().seen();
    }
    let moment = |at: jiff::Timestamp| {
        let zoned = at.to_zoned(visit.realm.zone().clone());
        visit.words.t2(
            "practice-moment",
            "date",
            visit.words.date(zoned.date()),
            "time",
            visit.words.time(zoned.time()),
        )
    };
    let messages = messages
        .into_iter()
        .map(|message| Shown {
            when: moment(message.at),
            paragraphs: message.body.split("\n\n").map(str::to_owned).collect(),
            message,
        })
        .collect();
    let shell = visit.shell(visit.words.t("practice-telephone-title"));
    Ok(html(&TelephonePage { shell, messages, now: moment(visit.realm.now()) }))
}

#[derive(Deserialize)]
struct Wait {
    days: i64,
}

/// Time passes: whatever was to come until then comes. Whoever is signed in stays so.
async fn move_clock(
    SandboxVisit { visit, key, sandboxes, .. }: SandboxVisit,
    Form(wait): Form<Wait>,
) -> Result<Response, Problem> {
    if !(1..=LONGEST_WAIT).contains(&wait.days) {
        return Err(Problem::unreadable());
    }
    let by = SignedDuration::from_hours(24 * wait.days);
    sandboxes.move_clock(&key, by).await.map_err(|why| refused(&why))?;
    let to = Redirect::to(&visit.href("/oevelse/telefon"));
    let Some(visitor) = &visit.visitor else { return Ok(to.into_response()) };
    let secret = sign_in(&visit.realm, visitor.person).await?;
    let cookie = session::set_cookie(&visit.site, &visit.realm.prefix, &secret);
    Ok(([(SET_COOKIE, cookie)], to).into_response())
}

#[derive(Template)]
#[template(path = "sandbox/who.html")]
struct WhoPage {
    shell: Shell,
    people: Vec<PracticeUser>,
}

async fn who(SandboxVisit { visit, .. }: SandboxVisit) -> Result<Response, Problem> {
    let mut people = mitid::users(&visit.realm.read().await?).await?;
    people.truncate(SHOWN_PEOPLE);
    let shell = visit.shell(visit.words.t("practice-who-title"));
    Ok(html(&WhoPage { shell, people }))
}

#[derive(Deserialize)]
struct Chosen {
    user_name: String,
}

async fn become_somebody(
    SandboxVisit { visit, .. }: SandboxVisit,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Problem> {
    let person = person(&visit.realm, &chosen.user_name).await?.ok_or_else(Problem::not_found)?;
    let secret = sign_in(&visit.realm, person).await?;
    let cookie = session::set_cookie(&visit.site, &visit.realm.prefix, &secret);
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&visit.href("/min-side"))).into_response())
}
