//! How a task is done: one step on a page, with the real page to do it on.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect, Response};
use page::{Problem, Query, Shell};
use serde::Deserialize;

use super::PATH;
use super::progress;
use super::said::Said;
use crate::sandbox::SandboxVisit;
use crate::scenarios::library;

#[derive(Template)]
#[template(path = "exercises/show.html")]
struct ShowPage {
    shell: Shell,
    task: Said,
    step: String,
    text: Said,
    page: Option<String>,
    before: Option<String>,
    next: Option<String>,
    base: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    trin: Option<usize>,
}

/// `GET /oevelser/{scenario}/vis`
pub(super) async fn page(
    SandboxVisit { visit, .. }: SandboxVisit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let scenario = library().get(&slug).ok_or_else(Problem::not_found)?;
    let base = visit.href(&format!("{PATH}/{slug}"));
    let progress = progress::of(&visit.realm.read().await?, &slug).await?;
    let task = progress.as_ref().and_then(|progress| scenario.tasks.get(progress::at(progress)));
    let Some(task) = task.filter(|task| !task.show.is_empty()) else {
        return Ok(Redirect::to(&base).into_response());
    };
    let last = task.show.len();
    let step = asked.trin.unwrap_or(1).clamp(1, last);
    let show = &task.show[step - 1];
    let language = visit.words.language();
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let to = |step: usize| format!("{base}/vis?trin={step}");
    Ok(page::html(&ShowPage {
        shell: visit.shell(visit.words.t("exercise-show-title")),
        task: Said::of(&task.text, language),
        step: visit.words.t2("exercise-show-step", "n", number(step), "of", number(last)),
        text: Said::of(&show.text, language),
        page: show.page.as_ref().map(|page| visit.href(page.as_str())),
        before: (step > 1).then(|| to(step - 1)),
        next: (step < last).then(|| to(step + 1)),
        base,
    }))
}
