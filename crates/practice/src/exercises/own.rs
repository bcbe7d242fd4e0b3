//! One's own progress, as a code to write down and to come back with.

use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use http::StatusCode;
use page::{FieldErrors, Form, Problem, Query, Shell, Visit};
use serde::Deserialize;

use super::list::{Card, card};
use super::{Code, CodeError, PATH, progress};
use crate::sandbox::SandboxVisit;
use crate::scenarios::library;

#[derive(Template)]
#[template(path = "exercises/own.html")]
struct OwnPage {
    shell: Shell,
    errors: FieldErrors,
    typed: String,
    code: Option<String>,
    count: String,
    done: Vec<Card>,
    is_brought: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    ok: Option<String>,
}

/// `GET /oevelser/kode`
pub(super) async fn page(
    SandboxVisit { visit, .. }: SandboxVisit,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    own_page(&visit, String::new(), None, asked.ok.is_some()).await
}

#[derive(Deserialize)]
pub(super) struct CodeForm {
    #[serde(default)]
    code: String,
}

/// `POST /oevelser/kode`: this is how far I had come.
pub(super) async fn bring(
    SandboxVisit { visit, .. }: SandboxVisit,
    Form(form): Form<CodeForm>,
) -> Result<Response, Problem> {
    match form.code.parse::<Code>() {
        Ok(code) => {
            let mut work = visit.realm.work(visit.actor()).await?;
            progress::bring(&mut work, &code).await?;
            work.commit().await?;
            Ok(Redirect::to(&visit.href(&format!("{PATH}/kode?ok=1"))).into_response())
        }
        Err(error) => own_page(&visit, form.code, Some(error), false).await,
    }
}

async fn own_page(
    visit: &Visit,
    typed: String,
    wrong: Option<CodeError>,
    is_brought: bool,
) -> Result<Response, Problem> {
    let done = progress::done(&visit.realm.read().await?, library()).await?;
    let mut errors = FieldErrors::default();
    match wrong {
        Some(CodeError::Empty) => errors.add("code", visit.words.t("exercise-code-missing")),
        Some(CodeError::Wrong) => errors.add("code", visit.words.t("exercise-code-wrong")),
        None => {}
    }
    let known: Vec<Card> =
        library().all().filter(|one| done.contains(&one.number)).map(|one| card(visit, one, &done)).collect();
    let list = visit.words.t("exercise-list-title");
    let shell = visit.shell(visit.words.t("exercise-code-title")).crumb(list, PATH);
    let page = OwnPage {
        shell: shell.with_errors(wrong.is_some()),
        errors,
        typed,
        count: visit.words.t1("exercise-code-count", "n", i64::try_from(known.len()).unwrap_or(i64::MAX)),
        code: (!done.is_empty()).then(|| Code(done.clone()).to_string()),
        done: known,
        is_brought,
    };
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, page::html(&page)).into_response())
}
