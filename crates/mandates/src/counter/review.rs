//! `/staff/mandates/review`: what chance has chosen for a look afterwards.

use access::mandates::{MandateError, Verdict, review, to_review};
use access::{Action as _, ReviewMandate, allow, allow_to_see};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Query, Routes, Shell, Visit, html};
use serde::Deserialize;
use store::Tx;

use super::waiting::{Line, line};
use super::{PATH, PREFIX, redirect, refusal};

const REVIEW: &str = "/staff/mandates/review";
const ONE: &str = "/staff/mandates/{id}/review";

pub(super) fn routes() -> Routes {
    let may = May::Do(ReviewMandate::NAME);
    Routes::new().get(REVIEW, may, get(list)).get(ONE, may, get(back)).post(ONE, may, post(judge))
}

#[derive(Template)]
#[template(path = "counter/review.html")]
struct ReviewPage {
    shell: Shell,
    errors: FieldErrors,
    saved: Option<String>,
    lines: Vec<Line>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Saved {
    saved: String,
}

async fn list(visit: Visit, Query(asked): Query<Saved>) -> Result<Response, Problem> {
    let saved = ["right", "wrong"].iter().find(|code| **code == asked.saved);
    let saved = saved.map(|code| visit.staff_words().t(&format!("counter-reviewed-{code}")));
    Ok(html(&page(&visit, FieldErrors::default(), saved).await?))
}

async fn page(visit: &Visit, errors: FieldErrors, saved: Option<String>) -> Result<ReviewPage, Problem> {
    let tx = visit.realm.read().await?;
    let words = visit.staff_words();
    let shell = visit.staff_shell(words.t("counter-review-title")).crumb(words.t("counter-title"), PATH);
    let lines = lines(visit, &tx).await?;
    Ok(ReviewPage { shell: shell.with_errors(!errors.is_empty()), errors, saved, lines })
}

/// What waits for a look by the visitor, who had no hand in it.
pub(super) async fn lines(visit: &Visit, tx: &Tx) -> Result<Vec<Line>, Problem> {
    let permit = allow_to_see::<ReviewMandate>(&visit.realm, &visit.actor(), tx, ()).await?;
    let visitor = visit.visitor.as_ref().ok_or_else(Problem::sign_in_first)?.person;
    let mut lines = Vec::new();
    for evidence in to_review(tx, &permit, visitor).await? {
        lines.extend(line(visit, tx, evidence).await?);
    }
    Ok(lines)
}

async fn back(visit: Visit) -> Response {
    redirect(&visit, REVIEW)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct VerdictForm {
    verdict: String,
}

async fn judge(
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<VerdictForm>,
) -> Result<Response, Problem> {
    let (mut work, permit) = allow::<ReviewMandate>(visit.realm.work(visit.actor()).await?, ()).await?;
    let id = id.parse().map_err(|_| Problem::not_found())?;
    let verdict = match form.verdict.as_str() {
        "right" => Verdict::Right,
        "wrong" => Verdict::Wrong,
        _ => return Err(Problem::unreadable()),
    };
    match review(&mut work, &permit, id, verdict).await {
        Ok(()) => {
            work.commit().await?;
            Ok(redirect(&visit, &format!("{REVIEW}?saved={}", form.verdict)))
        }
        // Somebody else has looked already.
        Err(MandateError::NotThere) => Err(Problem::not_found().next("counter-review-title", REVIEW)),
        Err(error) => {
            drop(work);
            let errors = refusal(visit.staff_words(), PREFIX, &error)?;
            let page = page(&visit, errors, None).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
        }
    }
}
