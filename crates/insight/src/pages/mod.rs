//! The analyst's pages, and what everybody may see.

mod areas;
mod ask;
mod figure;
mod files;
mod list;
mod one;
mod public;
mod save;
mod upload;
mod view;
mod weights;

use access::{AnalyseSurveys, Permit, allow_to_see};
use axum::response::{IntoResponse as _, Redirect, Response};
use basics::Id;
use page::{Problem, Routes, Visit};
use store::Tx;

use crate::kept::{self, Import, KeptError, Survey};
use crate::{Error, Language, Words};

/// Where it begins.
pub(crate) const PATH: &str = "/staff/surveys";

/// The routes of this room.
#[must_use]
pub fn routes() -> Routes {
    list::routes()
        .merge(upload::routes())
        .merge(one::routes())
        .merge(ask::routes())
        .merge(weights::routes())
        .merge(areas::routes())
        .merge(save::routes())
        .merge(figure::routes())
        .merge(public::routes())
}

/// Whether a request may take as long as an upload takes.
#[must_use]
pub fn takes_files(path: &str) -> bool {
    path == upload::NEW
}

/// The visitor's leave to look at surveys.
async fn permit(visit: &Visit, tx: &Tx) -> Result<Permit<AnalyseSurveys>, Problem> {
    allow_to_see::<AnalyseSurveys>(&visit.realm, &visit.actor(), tx, ()).await
}

/// The language of what is told to staff: Danish, or English for whoever chose anything else.
fn language(visit: &Visit) -> Language {
    match visit.staff_words().language() {
        basics::Language::Da => Language::Danish,
        _ => Language::English,
    }
}

fn say(words: &Words, language: Language) -> String {
    words.in_language(language).to_owned()
}

/// The survey and version that an address names.
async fn version_at(
    tx: &Tx,
    permit: &Permit<AnalyseSurveys>,
    survey: &str,
    version: &str,
) -> Result<(Survey, Import), Problem> {
    let id: Id<kept::SurveyTag> = survey.parse().map_err(|_| Problem::not_found())?;
    let version: i64 = version.parse().map_err(|_| Problem::not_found())?;
    let survey = kept::survey(tx, permit, id).await.map_err(broken)?.ok_or_else(Problem::not_found)?;
    let import = kept::import_of(tx, permit, id, version).await.map_err(broken)?;
    Ok((survey, import.ok_or_else(Problem::not_found)?))
}

fn survey_path(survey: &Survey) -> String {
    format!("{PATH}/{}", survey.id)
}

fn version_path(survey: &Survey, version: i64) -> String {
    format!("{PATH}/{}/{version}", survey.id)
}

fn figure_path(id: Id<kept::FigureTag>) -> String {
    format!("/staff/figures/{id}")
}

fn redirect(visit: &Visit, path: &str) -> Response {
    Redirect::to(&visit.href(path)).into_response()
}

/// A failure that nobody at the page can mend.
fn broken(error: KeptError) -> Problem {
    match error {
        KeptError::Db(error) => error.into(),
        other => {
            tracing::error!(%other, "a survey cannot be read");
            Problem::broken()
        }
    }
}

/// What stands in the way of an answer, for whoever asked: the field of the form, and why. Failures of the machine stay failures.
fn refusal(words: &words::Words, error: KeptError) -> Result<(&'static str, String), Problem> {
    use estimates::Error as E;
    let field = match &error {
        KeptError::Choice(wrong) => return Ok((wrong.field(), wrong.reason().said(words))),
        KeptError::Survey(Error::Estimate(E::LonelyUnit { stratum, .. })) => {
            return Ok(("lonely", words.t1("insight-wrong-lonely", "stratum", stratum)));
        }
        KeptError::Survey(
            Error::NoSuchVariable { .. } | Error::Estimate(E::Syntax { .. } | E::NoSuchVariable(_)),
        ) => "only",
        KeptError::Survey(_) => "of",
        _ => return Err(broken(error)),
    };
    Ok((field, words.t1("insight-wrong-other", "why", error.reason().said(words))))
}
