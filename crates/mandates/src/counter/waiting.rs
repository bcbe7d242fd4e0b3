//! `/staff/mandates/waiting`: what one employee has registered and another must look at.

use access::mandates::{Evidence, mandate, waiting_for_second};
use access::{Action as _, RegisterMandate};
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use page::{May, Problem, Routes, Shell, Visit, html};
use store::Tx;

use super::{PATH, path_of, permit};
use crate::{who, words as say};

const WAITING: &str = "/staff/mandates/waiting";

pub(super) fn routes() -> Routes {
    Routes::new().get(WAITING, May::Do(RegisterMandate::NAME), get(list))
}

/// A registration in a list.
pub(super) struct Line {
    pub(super) path: String,
    pub(super) giver: String,
    pub(super) holder: String,
    pub(super) powers: Vec<String>,
    pub(super) kind: String,
    pub(super) case_number: String,
    pub(super) by: String,
    pub(super) on: String,
    /// Whether the visitor registered it, and so cannot be the one who looks.
    pub(super) is_own: bool,
}

#[derive(Template)]
#[template(path = "counter/waiting.html")]
struct WaitingPage {
    shell: Shell,
    lines: Vec<Line>,
}

async fn list(visit: Visit) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let mut lines = Vec::new();
    for evidence in waiting_for_second(&tx, &permit(&visit, &tx).await?).await? {
        lines.extend(line(&visit, &tx, evidence).await?);
    }
    let words = visit.staff_words();
    let shell = visit.staff_shell(words.t("counter-waiting-title")).crumb(words.t("counter-title"), PATH);
    Ok(html(&WaitingPage { shell, lines }))
}

/// The registration with what it is of.
pub(super) async fn line(visit: &Visit, tx: &Tx, evidence: Evidence) -> Result<Option<Line>, Problem> {
    let words = visit.staff_words();
    let Some(mandate) = mandate(tx, evidence.mandate).await? else { return Ok(None) };
    let by = people::person(tx, evidence.registered_by).await?.map_or_else(String::new, |person| person.name);
    let on = evidence.registered_at.to_zoned(visit.realm.zone().clone()).date();
    Ok(Some(Line {
        path: path_of(mandate.id),
        giver: who::name_of(tx, mandate.giver).await?,
        holder: who::name_of_party(tx, mandate.to).await?,
        powers: say::powers(words, &mandate.terms),
        kind: words.t(&format!("counter-kind-{}", evidence.kind.replace('_', "-"))),
        case_number: evidence.case_number,
        by,
        on: words.short_date(on),
        is_own: visit.visitor.as_ref().is_some_and(|visitor| visitor.person == evidence.registered_by),
    }))
}
