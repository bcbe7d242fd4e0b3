//! Some questions after an exercise, for whoever has switched them on: a teacher for a class, or a learner for themself. They are off
//! otherwise. What is answered stands in the address of the page and nowhere else, so that nobody has a score.

use ::scenarios::{Choice, Scenario};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect, Response};
use page::{Form, Problem, Query, Shell};
use realm::{Change, Work};
use serde::Deserialize;
use store::{DbError, Tx};

use super::said::Said;
use super::task::{base, scenario};
use super::{PATH, sql};
use crate::sandbox::SandboxVisit;

/// What the switch is called.
const QUIZ: &str = "quiz";

/// Switches the questions after exercises on or off in a sandbox. A sandbox that begins anew begins with them off.
///
/// # Errors
/// When the database does not answer.
pub async fn switch_quiz(work: &mut Work<'_>, on: bool) -> Result<(), DbError> {
    sql::switch(work.tx(), QUIZ, on, work.now()).await?;
    work.record(Change::new("exercise.quiz", "exercise", &QUIZ).after(&on));
    Ok(())
}

/// Whether there are questions after exercises.
///
/// # Errors
/// When the database does not answer.
pub async fn is_quiz_on(tx: &Tx) -> Result<bool, DbError> {
    Ok(sql::on_since(tx, QUIZ).await?.is_some())
}

/// Where the questions of a scenario are, where it has some.
pub(super) fn address(scenario: &Scenario, base: &str) -> Option<String> {
    (!scenario.quiz.is_empty()).then(|| format!("{base}/quiz"))
}

#[derive(Deserialize)]
pub(super) struct SwitchForm {
    on: u8,
}

/// `POST /oevelser/quiz`
pub(super) async fn switch(
    SandboxVisit { visit, .. }: SandboxVisit,
    Form(form): Form<SwitchForm>,
) -> Result<Response, Problem> {
    let mut work = visit.realm.work(visit.actor()).await?;
    switch_quiz(&mut work, form.on != 0).await?;
    work.commit().await?;
    Ok(Redirect::to(&visit.href(&format!("{PATH}#quiz"))).into_response())
}

struct Offer {
    n: usize,
    text: Said,
    is_chosen: bool,
}

struct Answer {
    is_right: bool,
    because: Said,
}

#[derive(Template)]
#[template(path = "exercises/quiz.html")]
struct QuizPage {
    shell: Shell,
    title: Said,
    step: String,
    text: Said,
    n: usize,
    choices: Vec<Offer>,
    answer: Option<Answer>,
    next: Option<String>,
    base: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    n: Option<usize>,
    choice: Option<usize>,
}

/// `GET /oevelser/{scenario}/quiz`: one question, and what there is to say about an answer to it.
pub(super) async fn page(
    SandboxVisit { visit, .. }: SandboxVisit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let scenario = scenario(&slug)?;
    let base = base(&visit, scenario);
    if scenario.quiz.is_empty() || !is_quiz_on(&visit.realm.read().await?).await? {
        return Ok(Redirect::to(&base).into_response());
    }
    let last = scenario.quiz.len();
    let n = asked.n.unwrap_or(1).clamp(1, last);
    let question = &scenario.quiz[n - 1];
    let language = visit.words.language();
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let chosen = asked.choice.and_then(|choice| question.choices.get(choice));
    let offer = |(at, choice): (usize, &Choice)| Offer {
        n: at,
        text: Said::of(&choice.text, language),
        is_chosen: asked.choice == Some(at),
    };
    let title = Said::of(&scenario.title, language);
    Ok(page::html(&QuizPage {
        shell: visit.shell(title.text.clone()).crumb(visit.words.t("exercise-list-title"), PATH),
        step: visit.words.t2("exercise-quiz-step", "n", number(n), "of", number(last)),
        text: Said::of(&question.text, language),
        n,
        choices: question.choices.iter().enumerate().map(offer).collect(),
        answer: chosen
            .map(|choice| Answer { is_right: choice.right, because: Said::of(&choice.because, language) }),
        next: (n < last).then(|| format!("{base}/quiz?n={}", n + 1)),
        base,
        title,
    }))
}
