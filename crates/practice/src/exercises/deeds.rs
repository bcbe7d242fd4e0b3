//! What a learner does with an exercise: begin, ask for a hint, choose, go on.

use ::scenarios::Scenario;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect, Response};
use basics::Id;
use http::header::SET_COOKIE;
use http::{HeaderMap, HeaderValue};
use jiff::SignedDuration;
use page::{Form, Problem, Visit};
use people::session;
use realm::PersonTag;
use serde::Deserialize;

use super::progress;
use super::task::{base, begun, is_done, scenario, signs_in};
use crate::sandbox::{Key, SandboxVisit, Sandboxes};
use crate::scenarios::{Cast, PlayError, play, until_it_begins};

/// By what a session was begun that nobody signed in to.
const STORY: &str = "practice";

/// `POST /oevelser/{scenario}`: the story begins.
pub(super) async fn begin(
    SandboxVisit { visit, key, sandboxes, .. }: SandboxVisit,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let scenario = scenario(&slug)?;
    let wait = until_it_begins(&visit.realm, scenario);
    if let Some(wait) = wait {
        let_time_go_by(&sandboxes, &key, wait).await?;
    }
    play(&visit.realm, scenario).await.map_err(|error| match error {
        PlayError::Db(error) => error.into(),
        PlayError::LiveRealm => Problem::not_found(),
        error => {
            tracing::error!(%error, slug, "a scenario cannot be played");
            Problem::broken()
        }
    })?;
    be_whoever_is_next(&visit, scenario, &headers, wait.is_some()).await
}

/// `POST /oevelser/{scenario}/tip`: one hint more.
pub(super) async fn hint(
    SandboxVisit { visit, .. }: SandboxVisit,
    Path(slug): Path<String>,
) -> Result<Response, Problem> {
    let scenario = scenario(&slug)?;
    let mut work = visit.realm.work(visit.actor()).await?;
    progress::open_hint(&mut work, scenario).await?;
    work.commit().await?;
    Ok(back(&visit, scenario, "#tips"))
}

#[derive(Deserialize)]
pub(super) struct ChoiceForm {
    choice: usize,
}

/// `POST /oevelser/{scenario}/valg`: this is what I would do.
pub(super) async fn choose(
    SandboxVisit { visit, .. }: SandboxVisit,
    Path(slug): Path<String>,
    Form(form): Form<ChoiceForm>,
) -> Result<Response, Problem> {
    let scenario = scenario(&slug)?;
    let mut work = visit.realm.work(visit.actor()).await?;
    progress::choose(&mut work, scenario, form.choice).await?;
    work.commit().await?;
    Ok(back(&visit, scenario, "#answer"))
}

#[derive(Deserialize)]
pub(super) struct GoOnForm {
    task: usize,
}

/// `POST /oevelser/{scenario}/videre`: on to the next task, where this one is done.
pub(super) async fn go_on(
    SandboxVisit { visit, key, sandboxes, .. }: SandboxVisit,
    Path(slug): Path<String>,
    headers: HeaderMap,
    Form(form): Form<GoOnForm>,
) -> Result<Response, Problem> {
    let scenario = scenario(&slug)?;
    let Some((progress, cast)) = begun(&visit, scenario).await? else {
        return Ok(back(&visit, scenario, ""));
    };
    let Some(task) = scenario.tasks.get(form.task) else { return Ok(back(&visit, scenario, "")) };
    if progress::at(&progress) != form.task {
        return Ok(back(&visit, scenario, ""));
    }
    if !is_done(&visit, &cast, task, &progress).await? {
        return Ok(back(&visit, scenario, "?se=1"));
    }
    let mut work = visit.realm.work(visit.actor()).await?;
    let went_on = progress::go_on(&mut work, scenario, form.task).await?;
    work.commit().await?;
    let days = scenario.tasks.get(form.task + 1).map_or(0, |next| next.later_days);
    let goes_by = went_on && days > 0;
    if goes_by {
        let_time_go_by(&sandboxes, &key, SignedDuration::from_hours(24 * i64::from(days))).await?;
    }
    be_whoever_is_next(&visit, scenario, &headers, goes_by).await
}

/// Moves the sandbox's clock, so that it stays moved when its file is closed and opened again.
async fn let_time_go_by(sandboxes: &Sandboxes, key: &Key, by: SignedDuration) -> Result<(), Problem> {
    sandboxes.move_clock(key, by).await.map_err(|why| {
        tracing::warn!(%why, "the clock of a sandbox cannot be moved");
        Problem::unavailable()
    })
}

/// `POST /oevelser/{scenario}/person`: be whoever has the present task.
pub(super) async fn become_person(
    SandboxVisit { visit, .. }: SandboxVisit,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    be_whoever_is_next(&visit, scenario(&slug)?, &headers, false).await
}

/// Makes the learner whoever has the present task, or nobody where the task is to sign in; and back to the exercise. `anew` begins a
/// new session even for whoever they are already: the old one ended in the days that went by.
async fn be_whoever_is_next(
    visit: &Visit,
    scenario: &Scenario,
    headers: &HeaderMap,
    anew: bool,
) -> Result<Response, Problem> {
    let mut response = back(visit, scenario, "");
    let mut work = visit.realm.work(visit.actor()).await?;
    let progress = progress::of(work.tx(), &scenario.slug).await?;
    let cast = Cast::find(work.tx(), &visit.realm.vault, scenario).await?;
    let task = progress.as_ref().and_then(|progress| scenario.tasks.get(progress::at(progress)));
    let (Some(cast), Some(task)) = (cast, task) else { return Ok(response) };
    let person: Id<PersonTag> = cast.person(&task.who).map_err(|_| Problem::broken())?;
    let is_them = visit.visitor.as_ref().is_some_and(|visitor| visitor.person == person);
    if is_them && !anew && !signs_in(task) {
        return Ok(response);
    }
    let (site, prefix) = (&visit.site, visit.realm.prefix.as_str());
    if let Some(old) = session::secret_in(headers, site, prefix) {
        session::end(&mut work, old).await?;
    }
    let cookie = if signs_in(task) {
        session::clear_cookie(site, prefix)
    } else {
        session::set_cookie(site, prefix, &session::start(&mut work, person, STORY).await?)
    };
    work.commit().await?;
    let cookie = HeaderValue::from_str(&cookie).map_err(|_| Problem::broken())?;
    response.headers_mut().insert(SET_COOKIE, cookie);
    Ok(response)
}

fn back(visit: &Visit, scenario: &Scenario, behind: &str) -> Response {
    Redirect::to(&format!("{}{behind}", base(visit, scenario))).into_response()
}
