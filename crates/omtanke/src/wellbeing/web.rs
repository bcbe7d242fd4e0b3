//! `/staff/operation`: whether all is well, in plain words, and what could not be done.

use std::sync::Arc;

use access::{Action as _, Operate, allow};
use askama::Template;
use axum::Extension;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use basics::Id;
use jobs::{DeadLetter, DeadTag, GiveUpError};
use page::{FieldErrors, Form, May, Problem, Routes, Shell, Visit, html};
use realm::RealmKind;
use serde::Deserialize;

use super::checks::{Check, Equipment, State, look, moment};

/// As many dead letters as somebody goes through at a time.
const SHOWN: i64 = 100;
const HERE: &str = "/staff/operation";

pub(crate) fn routes() -> Routes {
    let may = May::Do(Operate::NAME);
    Routes::new()
        .get(HERE, may, get(operation))
        .get("/staff/operation/{id}", may, get(dead_letter))
        .post("/staff/operation/{id}/retry", may, post(retry))
        .post("/staff/operation/{id}/give-up", may, post(give_up))
}

/// A dead letter as the pages show it.
struct Letter {
    href: String,
    what: String,
    kind: String,
    why: String,
    attempts: i64,
    ordered: String,
    given_up: String,
    request: String,
}

impl Letter {
    fn of(visit: &Visit, letter: DeadLetter) -> Self {
        let words = visit.staff_words();
        let key = format!("job-{}", letter.kind.replace(['.', '_'], "-"));
        Self {
            href: visit.href(&format!("{HERE}/{}", letter.id)),
            what: if words.has(&key) { words.t(&key) } else { letter.kind.clone() },
            kind: letter.kind,
            why: letter.last_error,
            attempts: letter.attempts,
            ordered: moment(&visit.realm, words, letter.created_at),
            given_up: moment(&visit.realm, words, letter.run_at),
            request: letter.request,
        }
    }
}

#[derive(Template)]
#[template(path = "operation.html")]
struct OperationPage {
    shell: Shell,
    verdict: String,
    verdict_state: &'static str,
    checks: Vec<Check>,
    letters: Vec<Letter>,
}

async fn operation(
    visit: Visit,
    Extension(equipment): Extension<Arc<Equipment>>,
) -> Result<Response, Problem> {
    let words = visit.staff_words();
    // How the machine is that it runs on is no business of a sandbox.
    let equipment = match visit.realm.kind {
        RealmKind::Sandbox => Arc::new(Equipment { mail: true, sms: true, folder: None }),
        RealmKind::Live | RealmKind::Demo => equipment,
    };
    let checks = look(&visit.realm, &equipment, words).await;
    let to_mend = checks.iter().filter(|check| check.state == State::Mend).count();
    let worst = checks.iter().map(|check| check.state).max().unwrap_or(State::Well);
    let verdict = match worst {
        State::Well => words.t("operation-well"),
        State::Look => words.t("operation-look"),
        State::Mend => words.t1("operation-mend", "n", i64::try_from(to_mend).unwrap_or(i64::MAX)),
    };
    let dead = match visit.realm.read().await {
        Ok(tx) => jobs::dead_letters(&tx, SHOWN).await?,
        // The first check has said so already.
        Err(_) => Vec::new(),
    };
    let letters = dead.into_iter().map(|letter| Letter::of(&visit, letter)).collect();
    let shell = visit.staff_shell(words.t("operation-title"));
    Ok(html(&OperationPage { shell, verdict, verdict_state: worst.code(), checks, letters }))
}

#[derive(Template)]
#[template(path = "dead_letter.html")]
struct DeadLetterPage {
    shell: Shell,
    errors: FieldErrors,
    letter: Letter,
}

async fn dead_letter(visit: Visit, Path(id): Path<Id<DeadTag>>) -> Result<Response, Problem> {
    show(&visit, id, FieldErrors::default()).await
}

async fn show(visit: &Visit, id: Id<DeadTag>, errors: FieldErrors) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let letter = jobs::dead_letter(&visit.realm.read().await?, id).await?.ok_or_else(Problem::not_found)?;
    let letter = Letter::of(visit, letter);
    let shell = visit
        .staff_shell(letter.what.clone())
        .crumb(words.t("operation-title"), HERE)
        .with_errors(!errors.is_empty());
    Ok(html(&DeadLetterPage { shell, errors, letter }))
}

async fn retry(visit: Visit, Path(id): Path<Id<DeadTag>>) -> Result<Response, Problem> {
    let (mut work, _permit) = allow::<Operate>(visit.realm.work(visit.actor()).await?, ()).await?;
    ended(jobs::retry(&mut work, id).await)?;
    work.commit().await?;
    Ok(Redirect::to(&visit.href(HERE)).into_response())
}

#[derive(Deserialize)]
struct GivenUp {
    #[serde(default)]
    why: String,
}

async fn give_up(
    visit: Visit,
    Path(id): Path<Id<DeadTag>>,
    Form(given_up): Form<GivenUp>,
) -> Result<Response, Problem> {
    let (mut work, _permit) = allow::<Operate>(visit.realm.work(visit.actor()).await?, ()).await?;
    let why = given_up.why.trim();
    if why.is_empty() {
        drop(work);
        let mut errors = FieldErrors::default();
        errors.add("why", visit.staff_words().t("dead-why-missing"));
        return show(&visit, id, errors).await;
    }
    ended(jobs::give_up(&mut work, id, why).await)?;
    work.commit().await?;
    Ok(Redirect::to(&visit.href(HERE)).into_response())
}

/// What somebody else has dealt with meanwhile needs nothing more.
fn ended(result: Result<(), GiveUpError>) -> Result<(), Problem> {
    match result {
        Ok(()) | Err(GiveUpError::Gone) => Ok(()),
        Err(GiveUpError::Db(error)) => Err(error.into()),
    }
}
